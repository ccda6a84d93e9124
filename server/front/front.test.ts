import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Answer, type AnswerServer } from '../answer.ts'
import { finishHeaders } from '../headers.ts'
import { Front } from './front.ts'

const page = `<!doctype html><title>Load</title>${'<p>a line of a page</p>'.repeat(100)}`
const prerendered = { 'content-type': 'text/html; charset=utf-8', 'x-nextjs-prerender': '1' }

let server: AnswerServer
let front: Front
/** What stands behind the front, and how often it was asked. */
let behind: (request: IncomingMessage, answer: Answer) => void
let asked: number
let isCurrent: boolean

beforeEach(async () => {
  asked = 0
  isCurrent = true
  behind = (_, answer) => answer.writeHead(200, prerendered).end(page)
  front = new Front(
    () => false,
    () => isCurrent,
  )
  server = createServer({ ServerResponse: Answer })
  server.on('request', (request, answer) => {
    if (front.answer(request, answer)) return
    answer.onHead = () => finishHeaders(answer, false)
    asked++
    behind(request, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

interface Got {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
      .once('error', reject)
      .end()
  })
}

describe('what is the same for everybody is made once', () => {
  it('a page, whatever the query behind its address', async () => {
    const first = await get('/catalogue/availability')
    const again = await get('/catalogue/availability?from=a-mail')
    expect(asked).toBe(1)
    expect([first.body.toString(), again.body.toString()]).toEqual([page, page])
    expect(again.headers['cache-control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60')
    expect(again.headers.etag).toBe(first.headers.etag)
  })

  it('each search by its own query', async () => {
    behind = ({ url }, answer) =>
      answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public' }).end(url)
    expect((await get('/api/v1/readings?q=a')).body.toString()).toBe('/api/v1/readings?q=a')
    expect((await get('/api/v1/readings?q=b')).body.toString()).toBe('/api/v1/readings?q=b')
    expect((await get('/api/v1/readings?q=a')).body.toString()).toBe('/api/v1/readings?q=a')
    expect(asked).toBe(2)
  })

  it('a browser that has it gets 304 and no body', async () => {
    const { headers } = await get('/', { 'accept-encoding': 'gzip' })
    const again = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) })
    expect([again.status, again.body.length, asked]).toEqual([304, 0, 1])
    expect(again.headers.etag).toBe(headers.etag)
    expect(again.headers.vary).toBe('Accept-Encoding')
    const weakened = await get('/', { 'if-none-match': `"other", W/${String(headers.etag)}` })
    expect(weakened.status).toBe(304)
    expect((await get('/', { 'if-none-match': '"another"' })).status).toBe(200)
  })

  it('HEAD is answered as GET, without the body', async () => {
    await get('/')
    const { status, headers, body } = await get('/', {}, 'HEAD')
    expect([status, headers['content-length'], body.length, asked]).toEqual([200, String(page.length), 0, 1])
  })
})

describe('it is compressed once', () => {
  it('with gzip for the first who asks, and as well as can be for those who come later', async () => {
    const accepts = { 'accept-encoding': 'gzip, deflate, br, zstd' }
    const first = await get('/', accepts)
    expect(first.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(first.body).toString()).toBe(page)
    const later = await vi.waitFor(async () => {
      const answer = await get('/', accepts)
      expect(answer.headers['content-encoding']).toBe('br')
      return answer
    })
    expect(brotliDecompressSync(later.body).toString()).toBe(page)
    expect(later.headers.etag).not.toBe(first.headers.etag)
    expect((await get('/', { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers).not.toHaveProperty('content-encoding')
    expect(asked).toBe(1)
  })

  it('what Next would compress itself is asked for plain', async () => {
    let wanted: unknown
    behind = ({ headers }, answer) => {
      wanted = headers['accept-encoding']
      answer.writeHead(404, { 'content-type': 'text/html' }).end(page)
    }
    const { headers, body } = await get('/readings/nowhere', { 'accept-encoding': 'gzip' })
    expect(wanted).toBeUndefined()
    expect(headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(body).toString()).toBe(page)
  })
})

describe('nothing is kept that', () => {
  const twice = async (path: string, headers: Record<string, string> = {}) => {
    const answers = [await get(path, headers), await get(path, headers)]
    expect(asked).toBe(2)
    return answers[1] as Got
  }

  it('is not there', async () => {
    behind = (_, answer) => answer.writeHead(404, prerendered).end(page)
    expect((await twice('/readings/nowhere')).headers['cache-control']).toBe('private, no-store')
  })

  it('nobody called public', async () => {
    behind = (_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(page)
    expect((await twice('/search')).headers['cache-control']).toBe('private, no-store')
  })

  it('sets a cookie', async () => {
    behind = (_, answer) => answer.writeHead(200, { ...prerendered, 'set-cookie': 'a=b' }).end(page)
    expect((await twice('/')).headers['cache-control']).toBe('private, no-store')
  })

  it('Next’s own router asks for', async () => {
    behind = ({ headers, url }, answer) =>
      answer.writeHead(200, prerendered).end(headers.rsc || url?.includes('_rsc') ? 'flight' : page)
    expect((await twice('/', { rsc: '1' })).body.toString()).toBe('flight')
    expect((await get('/?_rsc=abc')).body.toString()).toBe('flight')
    expect((await get('/')).body.toString()).toBe(page)
    expect((await get('/', { rsc: '1' })).body.toString()).toBe('flight')
  })

  it('stands at a strange spelling of an address', async () => {
    await twice('/catalogue/%61vailability')
  })

  it('is for a route of people who are signed in', async () => {
    await twice('/today')
  })

  it('was begun before the catalogue changed', async () => {
    behind = (_, answer) => {
      front.clear()
      answer.writeHead(200, prerendered).end(page)
    }
    await twice('/')
  })

  it('was made of a catalogue that has changed meanwhile', async () => {
    isCurrent = false
    await twice('/')
  })
})

it('what varies with the cookie is kept from and for people without a session alone', async () => {
  behind = ({ headers }, answer) => {
    const signedIn = headers.cookie?.includes('loadpath.session=')
    answer
      .writeHead(200, {
        'content-type': 'text/html',
        'cache-control': 'public',
        vary: 'rsc',
        'x-loadpath-vary': 'Cookie',
      })
      .end(signedIn ? 'Ada’s own' : 'for all')
  }
  const cookie = 'loadpath.session=x'
  const body = async (headers = {}) => (await get('/search?q=a', headers)).body.toString()
  expect(await body({ cookie })).toBe('Ada’s own')
  expect(await body()).toBe('for all')
  expect(await body()).toBe('for all')
  expect(asked).toBe(2)
  expect(await body({ cookie: `a=b; __Host-${cookie}` })).toBe('Ada’s own')
  expect(await body({ cookie: 'theme=dark' })).toBe('for all')
})

it('after a change of the catalogue everything is made anew but the files of the build', async () => {
  behind = (_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/css', 'cache-control': 'public, max-age=31536000, immutable' })
      .end(page)
  const file = await get('/_next/static/a.css')
  expect(file.headers['cache-control']).toContain('immutable')
  behind = (_, answer) => answer.writeHead(200, prerendered).end('new')
  await get('/')
  front.clear()
  await get('/')
  await get('/_next/static/a.css')
  expect(asked).toBe(3)
})

it('a million searches take no more memory than there is for them, and push no page out', async () => {
  await get('/')
  behind = (_, answer) =>
    answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public' }).end('x'.repeat(400_000))
  for (let i = 0; i < 60; i++) await get(`/api/v1/readings?q=${i}`)
  expect(front.bytes).toBeLessThan(9 * 2 ** 20)
  asked = 0
  await get('/')
  expect(asked).toBe(0)
})
