import { databaseFile, useDatabase } from '#db/client.ts'
import { type Database, openDatabase } from '#db/connect.ts'
import { BrokenMigration, migrateDatabase, NewerDatabase, refuseNewerDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { dealUndealt } from '#db/mutations/planning/deal-undealt.ts'
import { ensureSearchIndex } from '#db/queries/search/search.ts'
import type { Settings } from '#lib/settings.ts'
import { BootError, requireWritable, say } from './boot.ts'
import { checkDataFolder, markDataFolder } from './data-folder.ts'

/**
 * Opens the database of these settings, brings its schema up to date and loads the shipped catalogue.
 * @throws BootError with nothing written when the folder cannot be written or the database is newer than the program.
 */
export async function prepareDatabase(settings: Settings): Promise<Database> {
  requireWritable(settings.DATA_DIR)
  checkDataFolder(settings)
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
    markDataFolder(settings)
    return database
  } catch (error) {
    if (error instanceof NewerDatabase || error instanceof BrokenMigration) throw new BootError(error.message)
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_'))
      throw new BootError(`The database ${file} cannot be used: ${error.message}.`)
    throw error
  }
}
