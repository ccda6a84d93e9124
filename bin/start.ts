import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isPrepared } from '#db/preparation.ts'
import type { Settings } from '#lib/settings.ts'
import { serve } from '#server/main.ts'
import { runWorkers } from '#server/workers.ts'
import { boot, BootError, portTrouble, readSettings, requireFreePort, requireWritable, say } from './boot.ts'
import { checkDataFolder } from './data-folder.ts'
import { type BuildStamp, currentBuild } from './build-state.ts'

/** How this server is reached from the machine it runs on. */
function localAddress({ PORT, HOST }: Settings): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}

/** Runs another command of this folder to its end. @throws BootError without words, which the command has said. */
async function run(command: string): Promise<void> {
  const program = fileURLToPath(new URL(command, import.meta.url))
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [program], { stdio: 'inherit' }).once('exit', (code) => resolve(code))
  })
  if (code !== 0) throw new BootError('')
}

/** Brings database and build up to date, where something changed since they were. */
async function prepare(settings: Settings): Promise<BuildStamp> {
  await requireFreePort(settings)
  requireWritable(settings.DATA_DIR)
  checkDataFolder(settings)
  const stamp = currentBuild()
  if (stamp === null) await run('build.ts')
  const built = stamp ?? currentBuild()
  if (built === null) throw new BootError('The sources changed while they were built. Start again.')
  if (!isPrepared(join(settings.DATA_DIR, 'loadpath.db'), built.sources)) await run('prepare-database.ts')
  return built
}

await boot(async () => {
  const settings = readSettings()
  const one = settings.WORKERS === 1
  const build = cluster.isPrimary ? await prepare(settings) : currentBuild()
  try {
    if (cluster.isPrimary && !one) await runWorkers(settings.WORKERS)
    else await serve(settings, build?.publicUrl === (settings.PUBLIC_URL ?? null) ? build.catalogue : '')
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === 'listen' ? portTrouble(settings, error as Error) : error
  }
  if (cluster.isPrimary) say(`Ready on ${settings.PUBLIC_URL ?? localAddress(settings)}`)
})
