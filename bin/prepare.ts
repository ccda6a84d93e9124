import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { databaseFile, useDatabase } from '#db/client.ts'
import { type Database, openDatabase } from '#db/connect.ts'
import { migrateDatabase, NewerDatabase, refuseNewerDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { dealUndealt } from '#db/mutations/planning/deal-undealt.ts'
import { ensureSearchIndex } from '#db/queries/search/search.ts'
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
    console.error(`loadpath  ${error.message}`)
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

/** @throws BootError when another program listens there, or may not be listened to there. */
export async function requireFreePort({ PORT, HOST }: Settings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} is taken by another program. Stop that one, or start Loadpath with another: PORT=${PORT + 1} npm start.`
          : error.code === 'EACCES'
            ? `Port ${PORT} may not be used by this account. Take one above 1023: PORT=3000 npm start.`
            : `Cannot listen on ${HOST}, port ${PORT}: ${error.message}.`
      reject(new BootError(reason))
    })
    probe.listen(PORT, HOST, () => probe.close(() => resolve()))
  })
}

/** Level by level: Node's own `recursive` never returns where the system answers "no such file", as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** @throws BootError when the data folder cannot be made or written. */
function requireWritable(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
    const file = databaseFile()
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch {
    throw new BootError(
      `Cannot write to ${folder}, where the database belongs. Give this account the right to, or name another folder: DATA_DIR=… npm start.`,
    )
  }
}

/**
 * Opens the database of these settings, brings its schema up to date and loads the shipped catalogue.
 * @throws BootError with nothing written when the folder cannot be written or the database is newer than the program.
 */
export async function prepareDatabase(settings: Settings): Promise<Database> {
  requireWritable(settings.DATA_DIR)
  const file = databaseFile()
  try {
    refuseNewerDatabase(file)
    const database = openDatabase(file)
    useDatabase(database)
    const ran = await migrateDatabase(database)
    if (ran.length > 0)
      say(`Database in ${settings.DATA_DIR}: ${ran.length === 1 ? '1 migration' : `${ran.length} migrations`} applied`)
    const loaded = await loadCatalogue(readContentFiles(), Date.now())
    if (loaded.changed) say(`Catalogue loaded: ${loaded.readings} readings in ${loaded.listings} listings`)
    if (await ensureSearchIndex()) say('Search index made')
    const people = await dealUndealt(Date.now())
    if (people > 0)
      say(
        `Plans of ${people === 1 ? '1 person' : `${people} people`} dealt: from now on their past keeps what was promised`,
      )
    return database
  } catch (error) {
    if (error instanceof NewerDatabase) throw new BootError(error.message)
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))
      throw new BootError(`The database ${file} cannot be used: ${error.message}.`)
    throw error
  }
}
