import { useDatabase } from '#db/client.ts'
import { type Database, openDatabase, type OpenOptions } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'

/** A migrated, empty in-memory database, made the process's own: one for each test. */
export async function freshDatabase(options: OpenOptions = {}): Promise<Database> {
  const database = openDatabase(':memory:', options)
  await migrateDatabase(database)
  useDatabase(database)
  return database
}
