import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A server that `bench/` started. */
export interface Server {
  address: string
  pid: number
  stop: () => Promise<void>
}

/** Starts Loadpath as `npm start` does, on a free port, with its data in `folder`; builds first where that is due. */
export async function startServer(folder: string, settings: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: 'localhost', RATE_LIMITS: 'off', ...settings },
  })
  await ready(child)
  return {
    address: `http://${settings.HOST ?? 'localhost'}:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with exit code ${code}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready on')) resolve()
    })
  })
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
