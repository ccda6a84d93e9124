import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
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
 * unless the database is new or in memory. All of it is one transaction, in which rows are counted and references
 * checked before the commit: a migration that loses something changes nothing, now and at every later start. Foreign keys
 * go off around it, since inside a transaction that does nothing, and a rebuilt parent table would take its children
 * with it. Drizzle's own migrator commits before anybody can look.
 * @returns the tags of the migrations that ran.
 * @throws NewerDatabase, BrokenMigration; the database is then as it was.
 */
export async function migrateDatabase(database: Database, folder = migrationsFolder): Promise<string[]> {
  const journal = readJournal(folder)
  const client = database.$client
  const applied = appliedMigrations(client)
  requireKnown(applied, folder)
  const pending = journal.slice(applied.length)
  const [first] = pending
  if (!first) return []

  const backup = applied.length > 0 && !client.memory ? `${client.name}.before-${first.tag}` : null
  if (backup) await client.backup(backup)
  client.pragma('foreign_keys = OFF')
  try {
    client.transaction(() => runAll(client, pending, folder)).exclusive()
  } catch (error) {
    if (!(error instanceof BrokenMigration) || !backup) throw error
    throw new BrokenMigration(`${error.message} Nothing was changed. A copy of the database stands in ${backup}.`)
  } finally {
    client.pragma('foreign_keys = ON')
  }
  return pending.map((entry) => entry.tag)
}

function runAll(client: Sqlite.Database, pending: JournalEntry[], folder: string): void {
  const before = countRows(client)
  // The table that Drizzle's tools keep, as they make it.
  client.exec(
    'create table if not exists __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  const note = client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  for (const entry of pending) {
    const text = readFileSync(join(folder, `${entry.tag}.sql`), 'utf8')
    for (const statement of text.split('--> statement-breakpoint')) client.exec(statement)
    note.run(hashOf(folder, entry), entry.when)
  }
  const after = countRows(client)
  for (const [table, count] of before) {
    const now = after.get(table)
    if (now !== undefined && now < count)
      throw new BrokenMigration(`A migration would leave ${now} of ${count} rows in ${table}.`)
  }
  const dangling = client.pragma('foreign_key_check') as unknown[]
  if (dangling.length > 0)
    throw new BrokenMigration(`A migration would leave ${dangling.length} references that lead nowhere.`)
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

function countRows(client: Sqlite.Database): Map<string, number> {
  const counts = new Map<string, number>()
  for (const table of tables(client)) {
    if (table.startsWith('sqlite_') || table.startsWith('search_')) continue
    const row = client.prepare(`select count(*) as n from "${table}"`).get() as { n: number }
    counts.set(table, row.n)
  }
  return counts
}
