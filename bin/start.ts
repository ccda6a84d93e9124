import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from './build.ts'
import { hasCurrentBuild } from './build-state.ts'
import { boot, BootError, prepareDatabase, readSettings, requireFreePort, say } from './prepare.ts'
import type { Settings } from '#lib/settings.ts'

const standalone = 'server.js'

/** How this server is reached from the machine it runs on. */
export function localAddress({ PORT, HOST }: Settings): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}

/** Starts the built server and passes signals on. In a container the standalone server stands beside this folder. */
function serve(settings: Settings): ChildProcess {
  const { PORT, HOST } = settings
  const command = existsSync(standalone)
    ? [standalone]
    : [createRequire(import.meta.url).resolve('next/dist/bin/next'), 'start', '-p', String(PORT), '-H', HOST]
  // Room for young objects: with less, a page that is rendered per request pays for much more garbage collection.
  const child = spawn(process.execPath, ['--max-semi-space-size=32', ...command], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(PORT),
      HOST,
      HOSTNAME: HOST,
      DATA_DIR: settings.DATA_DIR,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      say('Stopping')
      child.kill('SIGTERM')
    })
  if (process.env.npm_lifecycle_event === 'start') stopWithParent(child)
  return child
}

/** npm passes a signal on to its shell, and the shell dies without passing it on: then this process has a new parent. */
function stopWithParent(child: ChildProcess): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && !child.killed) child.kill('SIGTERM')
  }, 500).unref()
}

async function waitUntilHealthy(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && child.exitCode === null) {
    const healthy = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new BootError('The server did not come up within a minute; the lines above say why.')
}

if (import.meta.main)
  await boot(async () => {
    const settings = readSettings()
    await requireFreePort(settings)
    const database = await prepareDatabase(settings)
    if (!existsSync(standalone) && !hasCurrentBuild()) await build()
    database.$client.close()
    const child = serve(settings)
    const ended = new Promise<number>((resolve) =>
      // 143 is 128 + SIGTERM: stopped as it was asked to.
      child.once('exit', (code) => resolve(child.killed && (code === 143 || code === null) ? 0 : (code ?? 1))),
    )
    await waitUntilHealthy(localAddress(settings), child)
    say(`Ready on ${settings.PUBLIC_URL ?? localAddress(settings)}`)
    process.exitCode = await ended
  })
