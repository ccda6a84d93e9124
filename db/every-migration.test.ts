import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from './connect.ts'
import { migrateDatabase, migrationsFolder } from './migrate.ts'
import { fillTables } from './testing/fill-tables.ts'

interface Journal {
  entries: { tag: string }[]
}
const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal

/** The migrations as they were when the first `count` had landed. */
function landed(count: number): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'loadpath-')), 'drizzle')
  cpSync(migrationsFolder, copy, { recursive: true })
  const file = join(copy, 'meta/_journal.json')
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return copy
}

it.each(journal.entries.map(({ tag }, index) => [tag, index + 1] as const))(
  'a database of the time of %s, with rows in all tables, comes up to date without a word changed',
  async (_, count) => {
    const database = openDatabase(':memory:')
    const { $client } = database
    await migrateDatabase(database, landed(count))
    $client.exec(
      "insert into users (id, name, email, role, created_at) values ('ada', 'Ada', 'ada@example.org', 'admin', 1)",
    )
    const tables = fillTables($client, 'ada', 'mark')
    const rowsOf = (name: string) => $client.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
    const before = new Map(tables.map((name) => [name, rowsOf(name)]))
    await migrateDatabase(database)
    for (const [name, rows] of before) {
      const now = rowsOf(name)
      expect(now, name).toHaveLength(rows.length)
      for (const [at, row] of rows.entries()) expect(now[at], name).toMatchObject(row)
    }
    expect($client.pragma('integrity_check', { simple: true })).toBe('ok')
  },
)
