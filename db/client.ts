import { join } from 'node:path'
import { settings } from '#lib/settings.ts'
import { type Database, openDatabase } from './connect.ts'
import { guardDatabase, requireSameFile } from './database-guard.ts'

// Next bundles this module more than once and reloads it in development: the connection lives on globalThis so that
// there is one a process.
const holder = globalThis as { loadpathDatabase?: Database }

/** The process's database, opened at first use in `DATA_DIR`. */
export function db(): Database {
  if (!holder.loadpathDatabase) useDatabase(openDatabase(databaseFile()))
  return holder.loadpathDatabase as Database
}

/** Where the database stands. */
export function databaseFile(): string {
  return join(settings().DATA_DIR, 'loadpath.db')
}

/** Makes `database` the process's own from here on: for tests and commands. */
export function useDatabase(database: Database): void {
  holder.loadpathDatabase = database
  guardDatabase(database.$client)
}

/** A handle inside a transaction. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** The database, or a transaction on it. */
export type Reader = Pick<Transaction, 'select'>

/**
 * Runs `work` in one write transaction and gives back what it returns; anything thrown rolls all of it back.
 * `work` must be synchronous: the driver commits when the callback returns, so the tail of an async one would run
 * outside. The type refuses promises.
 * @throws Problem 503 when the database file is not the one that was opened any more.
 */
export async function transaction<T>(work: (tx: Transaction) => T extends Promise<unknown> ? never : T): Promise<T> {
  const database = db()
  requireSameFile()
  return database.transaction(work as (tx: Transaction) => T, { behavior: 'immediate' })
}
