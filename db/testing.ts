import { useDatabase } from './client.ts'
import { type Database, openDatabase, type OpenOptions } from './connect.ts'
import { migrateDatabase } from './migrate.ts'

/** A migrated, empty in-memory database, made the process's own: one for each test. */
export async function freshDatabase(options: OpenOptions = {}): Promise<Database> {
  const database = openDatabase(':memory:', options)
  await migrateDatabase(database)
  useDatabase(database)
  return database
}
