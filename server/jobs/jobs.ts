import { spawn } from 'node:child_process'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { refreshBusyCalendars } from '#db/mutations/busy/busy-calendar.ts'
import { setReadersMinutes } from '#db/mutations/catalogue/readers-minutes.ts'
import { purgeRemovedOwnReadings } from '#db/mutations/own/remove-own-reading.ts'
import { purgeRemovedPlans } from '#db/mutations/planning/removed-plans.ts'
import { settings } from '#lib/settings.ts'
import type { Job } from './poll-jobs.ts'

const hour = 60 * 60_000

/** What this server does by itself, as its settings say. */
export function jobs(): Job[] {
  const { BACKUP_EVERY } = settings()
  return [
    { name: 'purge', every: 24 * hour, run: purge },
    { name: 'minutes', every: 24 * hour, run: async (now) => void (await setReadersMinutes(now)) },
    { name: 'erase', every: hour, run: async () => void (await eraseRemoved()) },
    { name: 'calendars', every: hour, run: refreshBusyCalendars },
    { name: 'uploads', every: hour, run: removeOldUploads },
    ...(BACKUP_EVERY > 0 ? [{ name: 'backup', every: BACKUP_EVERY * hour, run: backUp }] : []),
  ]
}

/** Lets go for good what was deleted over 30 days ago. */
async function purge(now: number): Promise<void> {
  await purgeRemovedPlans(now)
  await purgeRemovedOwnReadings(now)
}

/** In a process of its own: checking a copy of 100 MB takes a second that nobody should wait for. */
function backUp(_now: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(/* turbopackIgnore: true */ process.cwd(), 'bin', 'backup.ts')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DATA_DIR: settings().DATA_DIR },
      signal,
      killSignal: 'SIGTERM',
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-500)))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `The backup ended with exit code ${code}.`)),
    )
  })
}

/** Bodies of requests that a killed server left behind. */
async function removeOldUploads(now: number): Promise<void> {
  const folder = join(/* turbopackIgnore: true */ settings().DATA_DIR, 'uploads')
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name)
    if ((await stat(file)).mtimeMs < now - hour) await rm(file, { force: true })
  }
}
