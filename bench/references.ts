import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { freePort } from './server.ts'

/** A server to compare with. */
export interface Reference {
  pid: number
  address: string
  stop: () => void
}

/** Whether nginx is installed: `apt-get install nginx`. */
export const hasNginx = () => spawnSync('which', ['nginx']).status === 0

async function listening(child: ChildProcess, port: number): Promise<Reference> {
  const address = `http://127.0.0.1:${port}`
  for (let i = 0; i < 100; i++) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    )
    if (answers) return { pid: child.pid ?? 0, address, stop: () => child.kill('SIGTERM') }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing listens on ${address}`)
}

async function startNginx(folder: string, http: string, port: number): Promise<Reference> {
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const config = `${user} worker_processes auto; pid ${folder}/pid; error_log stderr crit; events {} http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/temp;`).join(' ')} ${http} }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const args = ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']
  return listening(spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] }), port)
}

/** nginx alone, with the very bytes of pages as files, compressed beforehand. @param pages body by path. */
export async function nginxWithFiles(folder: string, pages: Record<string, Buffer>): Promise<Reference> {
  for (const [path, body] of Object.entries(pages)) {
    const file = join(folder, 'root', `${path}.html`)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, body)
    writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
  }
  const port = await freePort()
  const server = `server { listen 127.0.0.1:${port}; root ${folder}/root; gzip_static on; gzip_vary on; default_type text/html; sendfile on; open_file_cache max=1000; location / { try_files $uri.html =404; } }`
  return startNginx(folder, server, port)
}

/** The front of `deploy/nginx.conf` before a server, without its TLS. */
export async function nginxBefore(folder: string, upstream: string): Promise<Reference> {
  const port = await freePort()
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('127.0.0.1:3000', new URL(upstream).host.replace('localhost', '127.0.0.1'))
    .replace(/server \{\s+listen 80;[^}]+\}/, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replaceAll(/ssl_\w+ [^;]+;/g, '')
    .replace('/var/cache/nginx/loadpath', `${folder}/cache`)
  return startNginx(folder, site, port)
}

/** node:http with better-sqlite3 alone: a session looked up, a mark written, with the pragmas of the product. */
export async function bareServer(folder: string): Promise<Reference> {
  const port = await freePort()
  const args = ['bench/bare-server.ts', String(port), join(folder, 'bare.db')]
  return listening(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }), port)
}
