import { appendFileSync, existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import {
  BrokenBackup,
  checkDatabase,
  listBackups,
  type Manifest,
  makeBackup,
  newestBackup,
  restoreBackup,
} from './backup.ts'
import { openDatabase } from './connect.ts'
import { migrateDatabase, NewerDatabase } from './migrate.ts'

const now = Date.UTC(2026, 10, 28, 18)
let data: string
let backups: string

const addUser = (folder: string, id: string) => {
  const { $client } = openDatabase(join(folder, 'loadpath.db'))
  $client.prepare("insert into users (id, name, email, role, created_at) values (?, 'Ada', ?, 'user', 0)").run(id, id)
  return $client
}
const users = (folder: string) => checkDatabase(join(folder, 'loadpath.db')).rows.users

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'loadpath-backup-'))
  backups = join(data, 'backups')
  const database = openDatabase(join(data, 'loadpath.db'))
  await migrateDatabase(database)
  database.$client.close()
  writeFileSync(join(data, 'secret'), 's'.repeat(43))
  addUser(data, 'ada').close()
})

it('a backup of a server that is in use holds what was written before, the secret, and what it says it does', async () => {
  const inUse = addUser(data, 'eve')
  const place = await makeBackup(data, backups, 7, now)
  inUse.close()
  const manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Manifest
  expect(manifest.rows.users).toBe(2)
  expect(readFileSync(join(place, 'secret'), 'utf8')).toBe('s'.repeat(43))
  expect(existsSync(join(place, 'loadpath.db-wal'))).toBe(false)
  expect(newestBackup(backups)).toBe(now)
})

it('the newest backups are kept, by count', async () => {
  for (let hour = 0; hour < 4; hour++) await makeBackup(data, backups, 2, now + hour * 3_600_000)
  expect(listBackups(backups)).toHaveLength(2)
  expect(newestBackup(backups)).toBe(now + 3 * 3_600_000)
})

it('a backup is restored as it was, and what it replaces is kept', async () => {
  const place = await makeBackup(data, backups, 7, now)
  addUser(data, 'eve').close()
  writeFileSync(join(data, 'secret'), 't'.repeat(43))
  const kept = await restoreBackup(place, data, now)
  expect(users(data)).toBe(1)
  expect(readFileSync(join(data, 'secret'), 'utf8')).toBe('s'.repeat(43))
  expect(users(kept ?? '')).toBe(2)
  expect(readFileSync(join(kept ?? '', 'secret'), 'utf8')).toBe('t'.repeat(43))
})

it('nothing is restored while a server has the database open', async () => {
  const place = await makeBackup(data, backups, 7, now)
  const server = addUser(data, 'eve')
  await expect(restoreBackup(place, data, now)).rejects.toThrow('Stop it first')
  server.close()
  expect(users(data)).toBe(2)
})

it('a copy that was cut, changed or is no database is refused, and the database stays', async () => {
  const cut = await makeBackup(data, backups, 7, now)
  truncateSync(join(cut, 'loadpath.db'), 8192)
  await expect(restoreBackup(cut, data, now)).rejects.toThrow(BrokenBackup)
  await expect(restoreBackup(join(cut, 'loadpath.db'), data, now)).rejects.toThrow(BrokenBackup)
  const changed = await makeBackup(data, backups, 7, now + 1)
  appendFileSync(join(changed, 'loadpath.db'), 'x')
  await expect(restoreBackup(changed, data, now)).rejects.toThrow('changed or damaged')
  await expect(restoreBackup(join(data, 'secret'), data, now)).rejects.toThrow(BrokenBackup)
  await expect(restoreBackup(join(data, 'nowhere'), data, now)).rejects.toThrow('no backup')
  expect(users(data)).toBe(1)
})

it('a backup of a newer program is refused', async () => {
  const place = await makeBackup(data, backups, 7, now)
  const { $client } = openDatabase(join(place, 'loadpath.db'))
  $client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)")
  $client.close()
  await expect(restoreBackup(join(place, 'loadpath.db'), data, now)).rejects.toThrow(NewerDatabase)
  expect(users(data)).toBe(1)
})
