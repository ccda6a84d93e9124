import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database } from './connect.ts'

/** The folder of migrations, beside `package.json`. */
export const migrationsFolder = join(/* turbopackIgnore: true */ process.cwd(), 'drizzle')

/** One landed migration, as Drizzle's journal names it. */
interface JournalEntry {
  idx: number
  when: number
  tag: string
}

/** The database was written by a newer program than this one. */
export class NewerDatabase extends Error {}

/** A migration lost rows or left a reference that leads nowhere. */
export class BrokenMigration extends Error {}

/**
 * Brings the database up to this program's schema. Before anything is changed a backup is made (`<file>.before-<tag>`)
 * unless the database is new or in memory. Drizzle runs all migrations inside one transaction, where
 * `foreign_keys = OFF` does nothing and a rebuilt parent table takes its children with it: so foreign keys go off
 * around it, and rows are counted before and after.
 * @returns the tags of the migrations that ran.
 * @throws NewerDatabase, BrokenMigration; the database is then as it was, or its backup is named in the message.
 */
export async function migrateDatabase(database: Database, folder = migrationsFolder): Promise<string[]> {
  const journal = readJournal(folder)
  const applied = appliedMigrations(database.$client)
  requireKnown(applied, folder)
  const pending = journal.slice(applied.length)
  if (pending.length === 0) return []

  const client = database.$client
  const backup = applied.length > 0 && !client.memory ? `${client.name}.before-${pending[0]?.tag}` : null
  if (backup) await client.backup(backup)

  const before = countRows(database)
  client.pragma('foreign_keys = OFF')
  try {
    migrate(database, { migrationsFolder: folder })
  } finally {
    client.pragma('foreign_keys = ON')
  }
  const hint = backup ? ` The database as it was before stands in ${backup}.` : ''
  const after = countRows(database)
  for (const [table, count] of before) {
    const now = after.get(table)
    if (now !== undefined && now < count)
      throw new BrokenMigration(`A migration left ${now} of ${count} rows in ${table}.${hint}`)
  }
  const dangling = client.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0)
    throw new BrokenMigration(`A migration left ${dangling.length} references that lead nowhere.${hint}`)
  return pending.map((entry) => entry.tag)
}

/**
 * Looks into a database file, writing nothing, for migrations that this program does not know.
 * @throws NewerDatabase; nothing was written.
 */
export function refuseNewerDatabase(file: string, folder = migrationsFolder): void {
  if (!existsSync(file)) return
  // Not opened read-only: such a connection leaves its -wal and -shm files behind.
  const client = new Sqlite(file, { fileMustExist: true })
  client.pragma('query_only = ON')
  try {
    requireKnown(appliedMigrations(client), folder)
  } finally {
    client.close()
  }
}

function requireKnown(applied: string[], folder: string): void {
  const known = new Set(readJournal(folder).map((entry) => hashOf(folder, entry)))
  if (applied.some((hash) => !known.has(hash)))
    throw new NewerDatabase(
      'The database was written by a newer version of Loadpath than this one. Start the newer version, or restore a backup made before it.',
    )
}

function readJournal(folder: string): JournalEntry[] {
  return (JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: JournalEntry[] }).entries
}

function hashOf(folder: string, entry: JournalEntry): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, `${entry.tag}.sql`)).toString())
    .digest('hex')
}

/** Hashes of the migrations that ran, oldest first. */
function appliedMigrations(client: Sqlite.Database): string[] {
  if (!tables(client).includes('__drizzle_migrations')) return []
  const rows = client.prepare('select hash from __drizzle_migrations order by created_at').all()
  return (rows as { hash: string }[]).map((row) => row.hash)
}

function tables(client: Sqlite.Database): string[] {
  const rows = client.prepare("select name from sqlite_master where type = 'table'").all()
  return (rows as { name: string }[]).map((row) => row.name)
}

function countRows(database: Database): Map<string, number> {
  const counts = new Map<string, number>()
  for (const table of tables(database.$client)) {
    if (table.startsWith('sqlite_') || table.startsWith('search_')) continue
    const row = database.$client.prepare(`select count(*) as n from "${table}"`).get() as { n: number }
    counts.set(table, row.n)
  }
  return counts
}
