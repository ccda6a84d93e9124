import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

// Imports neither Drizzle nor the schema: it is read at every start, to learn whether those are needed at all.

/** The program as a number that fits SQLite's `user_version`; never 0, which a new database has. */
function numberOf(program: string): number {
  return Number.parseInt(program.slice(0, 8), 16) & 0x7fffffff || 1
}

/**
 * Whether this very program has already brought the database up to date: its schema, its catalogue, its search index.
 * @param program hash over the program's sources, in hex.
 */
export function isPrepared(file: string, program: string): boolean {
  if (!existsSync(file)) return false
  let client: Sqlite.Database | null = null
  try {
    client = new Sqlite(file, { fileMustExist: true })
    return client.pragma('user_version', { simple: true }) === numberOf(program)
  } catch {
    // What is wrong with the file is said by whoever prepares it.
    return false
  } finally {
    client?.close()
  }
}

/** Notes in the database that this program has brought it up to date. */
export function markPrepared(client: Sqlite.Database, program: string): void {
  client.pragma(`user_version = ${numberOf(program)}`)
}
