import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { parseSettings, type Settings } from '#lib/settings.ts'

/** A boot that cannot go on, with the one sentence that says why. */
export class BootError extends Error {}

/** Prints a line of what is being done. */
export function say(line: string): void {
  console.log(`loadpath  ${line}`)
}

/** Runs `work`; a BootError ends the process with its sentence and exit code 1, without a trace. */
export async function boot(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof BootError)) throw error
    if (error.message) console.error(`loadpath  ${error.message}`)
    process.exit(1)
  }
}

/** @throws BootError naming the setting that will not do. */
export function readSettings(): Settings {
  try {
    return parseSettings(process.env)
  } catch (error) {
    throw new BootError((error as Error).message)
  }
}

/** Says why a port cannot be listened to. */
export function portTrouble({ PORT, HOST }: Settings, error: NodeJS.ErrnoException): BootError {
  if (error.code === 'EADDRINUSE')
    return new BootError(
      `Port ${PORT} is taken by another program. Stop that one, or start Loadpath with another: PORT=${PORT + 1} npm start.`,
    )
  if (error.code === 'EACCES')
    return new BootError(`Port ${PORT} may not be used by this account. Take one above 1023: PORT=3000 npm start.`)
  return new BootError(`Cannot listen on ${HOST}, port ${PORT}: ${error.message}.`)
}

/** @throws BootError when another program listens there, or may not be listened to there. */
export async function requireFreePort(settings: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portTrouble(settings, error)))
    probe.listen(settings.PORT, settings.HOST, () => probe.close(() => resolve()))
  })
}

/** Level by level: Node's own `recursive` never returns where the system answers "no such file", as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** @throws BootError when the data folder cannot be made or written. */
export function requireWritable(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    const file = join(folder, 'loadpath.db')
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch {
    throw new BootError(
      `Cannot write to ${folder}, where the database belongs. Give this account the right to, or name another folder: DATA_DIR=… npm start.`,
    )
  }
}
