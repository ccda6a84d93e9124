import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from './fixtures.ts'

/** A server that a test has for itself, on a database of its own. */
export interface OwnServer {
  address: string
  folder: string
  /** The process that was started. */
  pid: number
  /** What it printed. */
  output: () => string
  /** Asks it to stop and waits until it has; gives its exit code. */
  stop: () => Promise<number | null>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve))
  const address = probe.address()
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return typeof address === 'object' && address ? address.port : 0
}

/** What a server of a test's own may differ in. */
export interface OwnServerOptions {
  /** Where it runs: a folder with its own build. */
  cwd?: string
  env?: Record<string, string>
  /** Whose process it is, where this one may choose. */
  uid?: number
}

/** Starts a server as `npm start` does. `folder`: the data folder of an earlier one, to start that again. */
export async function startServer(
  folder = mkdtempSync(join(tmpdir(), 'loadpath-e2e-')),
  port?: number,
  { env, ...options }: OwnServerOptions = {},
): Promise<OwnServer> {
  const PORT = port ?? (await freePort())
  const child: ChildProcess = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    ...options,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(PORT),
      DATA_DIR: folder,
      RATE_LIMITS: 'off',
      ...env,
    },
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await expect.poll(() => output, { timeout: 60_000 }).toContain('Ready on')
  return {
    address: `http://localhost:${PORT}`,
    folder,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
