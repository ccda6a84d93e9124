import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../bench/server.ts'

/** Whether a program of the system is there: `apt-get install nginx caddy openssl`. */
const has = (program: string) => spawnSync('which', [program]).status === 0

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Asks over HTTP/2 and TLS, as a browser does. */
function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const session = connect(`https://localhost:${port}`, { rejectUnauthorized: false })
    session.once('error', reject)
    const stream = session.request({ ':path': path, ...headers })
    const chunks: Buffer[] = []
    let got: Record<string, string | string[] | undefined> = {}
    stream.on('response', (answer) => (got = answer as typeof got))
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.once('error', reject)
    stream.on('end', () => {
      session.close()
      resolve({ status: Number(got[':status']), headers: got, body: Buffer.concat(chunks) })
    })
  })
}

const running: ChildProcess[] = []
let folder: string
let loadpath: ChildProcess
let port: number
/** Stands in Loadpath's place where what reaches it is looked at. */
let echo: Server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loadpath-fronts-'))
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes', '-newkey', 'rsa:2048', '-x509']
  execFileSync('openssl', ['req', ...subject, '-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`], {
    stdio: 'ignore',
  })
  port = await freePort()
  loadpath = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      PUBLIC_URL: 'https://localhost',
      TRUSTED_PROXIES: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) =>
    loadpath.stdout?.on('data', (line: Buffer) => line.includes('Ready') && resolve()),
  )
  echo = createServer((request, response) => response.end(JSON.stringify(request.headers)))
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
}, 120_000)

afterAll(() => {
  for (const child of [...running, loadpath]) child.kill('SIGTERM')
  echo.close()
})

/** Starts a front from its file in `deploy/`, with names, ports and certificate of this test; gives its port. */
async function start(name: 'nginx' | 'caddy', upstream: number): Promise<number> {
  const own = mkdtempSync(join(folder, `${name}-`))
  const [plain, secure] = [await freePort(), await freePort()]
  let child: ChildProcess
  if (name === 'nginx') {
    const site = readFileSync('deploy/nginx.conf', 'utf8')
      .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
      .replace('listen 80;', `listen 127.0.0.1:${plain};`)
      .replace('listen 443 ', `listen 127.0.0.1:${secure} `)
      .replaceAll('loadpath.example.org', 'localhost')
      .replaceAll('/etc/ssl/loadpath', folder)
      .replace('/var/cache/nginx/loadpath', `${own}/cache`)
    mkdirSync(join(own, 'temp'))
    const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${own}/temp;`)
    // As root nginx would work for another account, which has no way into this folder.
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    const whole = `${user} pid ${own}/pid; error_log stderr; events {} http { ${temps.join(' ')}\n${site}\n}`
    writeFileSync(join(own, 'nginx.conf'), whole)
    child = spawn('nginx', ['-e', 'stderr', '-p', own, '-c', join(own, 'nginx.conf'), '-g', 'daemon off;'])
  } else {
    const site = readFileSync('deploy/Caddyfile', 'utf8')
      .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
      .replace('loadpath.example.org {', `https://localhost:${secure} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`)
    writeFileSync(join(own, 'Caddyfile'), `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`)
    child = spawn('caddy', ['run', '--config', join(own, 'Caddyfile')], { env: { ...process.env, HOME: own } })
  }
  running.push(child)
  await vi.waitFor(() => get(secure, '/'), { timeout: 15_000, interval: 200 })
  return secure
}

describe.each(['nginx', 'caddy'] as const)('%s in front of Loadpath', (name) => {
  it.runIf(has(name))('TLS, HTTP/2, compression, security headers and sessions work through it', async () => {
    const front = await start(name, port)
    const page = await get(front, '/catalogue/availability', { 'accept-encoding': 'br' })
    expect(page.status).toBe(200)
    const { headers, body } = await vi.waitFor(async () => {
      const answer = await get(front, `/catalogue/availability?${Math.random()}`, { 'accept-encoding': 'br' })
      expect(answer.headers['content-encoding']).toBe('br')
      return answer
    })
    expect(brotliDecompressSync(body).toString()).toContain('Availability')
    expect(headers['strict-transport-security']).toContain('max-age=')
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60')
    expect(String(headers.vary)).toMatch(/accept-encoding/i)
    const again = await get(front, '/catalogue/availability', { 'if-none-match': String(page.headers.etag) })
    expect(again.status).toBe(304)
    const csrf = await get(front, '/api/auth/csrf')
    expect(String(csrf.headers['set-cookie'])).toContain('Secure')
    expect((await get(front, '/api/v1/me')).status).toBe(401)
  })

  it.runIf(has(name))('Loadpath learns who asks, whatever they write into their request themselves', async () => {
    const front = await start(name, (echo.address() as AddressInfo).port)
    const forged = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example' }
    const seen = JSON.parse((await get(front, '/today', forged)).body.toString()) as Record<string, string>
    expect(seen['x-forwarded-for']?.split(',').at(-1)?.trim()).toMatch(/^(?:127\.0\.0\.1|::1)$/)
    expect(seen['x-forwarded-proto']).toBe('https')
    expect(seen['x-forwarded-host']).toMatch(/^localhost/)
    expect(seen.host).toMatch(/^localhost/)
  })
})

it.runIf(has('nginx'))('nginx keeps what is for all and nothing that is a person’s own', async () => {
  let asked = 0
  const behind = createServer(({ url, headers }, response) => {
    asked++
    const own = headers.cookie?.includes('loadpath.session=')
    response.setHeader(
      'Cache-Control',
      own || url === '/today' ? 'private, no-store' : 'public, max-age=0, s-maxage=60',
    )
    response.setHeader('Vary', 'rsc, Cookie, Accept-Encoding')
    response.end(`${url} for ${own ? 'Ada' : 'all'} as ${headers.rsc ? 'data' : 'a page'}`)
  })
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve))
  const front = await start('nginx', (behind.address() as AddressInfo).port)
  const text = async (path: string, headers = {}) => (await get(front, path, headers)).body.toString()
  const cookie = 'loadpath.session=ada'
  asked = 0
  expect(await text('/search?q=a')).toBe('/search?q=a for all as a page')
  expect(await text('/search?q=a')).toBe('/search?q=a for all as a page')
  expect(asked).toBe(1)
  expect(await text('/search?q=a', { cookie })).toBe('/search?q=a for Ada as a page')
  expect(await text('/search?q=a', { rsc: '1' })).toBe('/search?q=a for all as data')
  expect(await text('/search?q=a')).toBe('/search?q=a for all as a page')
  expect(asked).toBe(3)
  await text('/today', { cookie })
  await text('/today', { cookie })
  expect(asked).toBe(5)
  behind.close()
  behind.closeAllConnections()
})

it.runIf(has('systemd-analyze'))('the systemd unit is one', () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', 'deploy/loadpath.service'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
