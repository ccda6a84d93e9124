import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './connect.ts'
import { BrokenMigration, migrateDatabase, migrationsFolder, NewerDatabase } from './migrate.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'loadpath-'))

/** The landed migrations and one more. */
function withMigration(tag: string, sql: string): string {
  const copy = join(folder(), 'drizzle')
  cpSync(migrationsFolder, copy, { recursive: true })
  const journalFile = join(copy, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: Record<string, unknown>[] }
  const last = journal.entries.at(-1) as { idx: number; when: number }
  journal.entries.push({ idx: last.idx + 1, version: '6', when: last.when + 1, tag, breakpoints: true })
  writeFileSync(journalFile, JSON.stringify(journal))
  writeFileSync(join(copy, `${tag}.sql`), sql)
  return copy
}

async function migrated() {
  const file = join(folder(), 'nested', 'loadpath.db')
  const database = openDatabase(file)
  await migrateDatabase(database)
  database.$client
    .exec(`insert into users (id, name, email, role, time_zone, rollover_hour, speed_percent, ask_on_return, created_at)
    values ('ada', 'Ada', 'ada@example.org', 'admin', 'UTC', 0, 100, 0, 0);
    insert into sessions (id_hash, user_id, user_agent, created_at, last_seen_at, expires_at) values ('s', 'ada', '', 0, 0, 0)`)
  return { database, file }
}

const rebuildUsers = `CREATE TABLE new_users AS SELECT * FROM users;--> statement-breakpoint
DROP TABLE users;--> statement-breakpoint
CREATE TABLE users (id text PRIMARY KEY NOT NULL, name text NOT NULL, email text NOT NULL);--> statement-breakpoint
INSERT INTO users SELECT id, name, email FROM new_users;--> statement-breakpoint
DROP TABLE new_users;`

describe('migrating the database', () => {
  it('runs each migration once', async () => {
    const { database } = await migrated()
    expect(await migrateDatabase(database)).toEqual([])
  })

  it('keeps the children of a parent table that a migration rebuilds', async () => {
    const { database } = await migrated()
    await migrateDatabase(database, withMigration('9999_rebuild', rebuildUsers))
    expect(database.$client.prepare('select count(*) as n from sessions').get()).toEqual({ n: 1 })
    expect(database.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('backs the database up before it changes one with something in it', async () => {
    const { database, file } = await migrated()
    await migrateDatabase(database, withMigration('9999_rebuild', rebuildUsers))
    const backup = openDatabase(`${file}.before-9999_rebuild`)
    expect(backup.$client.prepare('select role from users').get()).toEqual({ role: 'admin' })
  })

  it('refuses a migration that loses rows, now and at every later start, and changes nothing', async () => {
    const { database, file } = await migrated()
    const losing = withMigration('9999_lose', 'DELETE FROM sessions;')
    for (let start = 1; start <= 3; start++) {
      const failing = migrateDatabase(database, losing)
      await expect(failing).rejects.toThrow(BrokenMigration)
      await expect(failing).rejects.toThrow(`${file}.before-9999_lose`)
      expect(database.$client.prepare('select count(*) as n from sessions').get()).toEqual({ n: 1 })
    }
    expect(await migrateDatabase(database)).toEqual([])
  })

  it('says so when a reference leads nowhere', async () => {
    const { database } = await migrated()
    const failing = migrateDatabase(database, withMigration('9999_dangle', "UPDATE sessions SET user_id = 'nobody';"))
    await expect(failing).rejects.toThrow(/lead nowhere/)
  })

  it('refuses a database of a newer program', async () => {
    const { database } = await migrated()
    const newer = withMigration('9999_newer', 'CREATE TABLE later (id text);')
    await migrateDatabase(database, newer)
    await expect(migrateDatabase(database)).rejects.toThrow(NewerDatabase)
  })
})

describe('opening the database', () => {
  it('sets the pragmas on every connection', async () => {
    const { file } = await migrated()
    const { $client } = openDatabase(file)
    expect($client.pragma('synchronous', { simple: true })).toBe(2)
    expect($client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect($client.pragma('journal_mode', { simple: true })).toBe('wal')
    expect($client.pragma('busy_timeout', { simple: true })).toBe(5000)
  })

  it('landed migrations are as they were when they landed', () => {
    const file = join(migrationsFolder, 'landed.json')
    const landed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    for (const [name, hash] of Object.entries(landed))
      expect(
        createHash('sha256')
          .update(readFileSync(join(migrationsFolder, name)))
          .digest('hex'),
        name,
      ).toBe(hash)
    const files = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql'))
    expect(files.toSorted()).toEqual(Object.keys(landed).toSorted())
  })
})
