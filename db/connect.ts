import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema/index.ts'

/** A connection: Drizzle on top, the driver below as `$client`. */
export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database }

/** What to set when opening. */
export interface OpenOptions {
  /** Called with each statement that runs, its values filled in: for counting statements in tests and `bench/`. */
  onStatement?: (sql: string) => void
}

/**
 * Pragmas of every connection, with the values that reading them back must give.
 * `synchronous` is FULL (2): a WAL database opens with NORMAL, where a power cut loses acknowledged writes.
 */
const pragmas: [name: string, value: string, readBack: unknown][] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['trusted_schema', 'OFF', 0],
  // What is deleted is written over: a deleted account is not found in the file.
  ['secure_delete', 'ON', 1],
]

/**
 * Opens the SQLite database at `file` (`:memory:` for tests), sets the pragmas and checks that each took.
 * @throws Error naming the pragma that did not take, or the driver's own when the file cannot be opened.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
  const memory = file === ':memory:'
  if (!memory) mkdirSync(dirname(file), { recursive: true })
  const { onStatement } = options
  const client = new Sqlite(file, onStatement ? { verbose: (sql) => onStatement(String(sql)) } : {})
  for (const [name, value, readBack] of pragmas) {
    client.pragma(`${name} = ${value}`)
    const expected = memory && name === 'journal_mode' ? 'memory' : readBack
    const actual = client.pragma(name, { simple: true })
    if (actual !== expected) {
      client.close()
      throw new Error(`SQLite did not take the pragma ${name}: wanted ${String(expected)}, has ${String(actual)}`)
    }
  }
  return drizzle(client, { schema, casing: 'snake_case' }) as Database
}
