import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import Sqlite from 'better-sqlite3'
import { makeBackup, restoreBackup } from './backup.ts'
import { openDatabase } from './connect.ts'
import { migrateDatabase } from './migrate.ts'

const data = mkdtempSync(join(tmpdir(), 'loadpath-drill-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

const writer = `
import Sqlite from ${JSON.stringify(import.meta.resolve('better-sqlite3'))}
const client = new Sqlite(process.argv[2])
client.pragma('journal_mode = WAL'); client.pragma('synchronous = FULL'); client.pragma('busy_timeout = 5000')
const put = client.prepare("insert into rate_limits (key, window_start, count) values ('drill', ?, 1)")
let n = 0
setInterval(() => { put.run(++n); process.send(n) }, 10)
process.on('message', () => process.exit(0))
`

test(
  'the drill: backed up during 100 writes a second, restored, all rows from before the backup there',
  { timeout: 300_000 },
  async () => {
    const file = join(data, 'loadpath.db')
    const database = openDatabase(file)
    await migrateDatabase(database)
    const { $client } = database
    $client.exec("insert into users (id, name, email, role, created_at) values ('ada', 'Ada', 'ada', 'user', 0)")
    const fill = $client.prepare(
      "insert into study_events (id, user_id, kind, minutes, day, at, item_id) values (?, 'ada', 'item', 1, '2026-03-02', 0, ?)",
    )
    const words = 'x'.repeat(50_000)
    $client.transaction(() => {
      for (let at = 0; at < 2100; at++) fill.run(`event-${at}`, words)
    })()
    $client.close()
    writeFileSync(join(data, 'writer.mjs'), writer)
    const child = fork(join(data, 'writer.mjs'), [file])
    let acknowledged = 0
    child.on('message', (n: number) => (acknowledged = n))
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const before = acknowledged
    const begin = performance.now()
    const place = await makeBackup(data, join(data, 'backups'), 7, Date.now())
    const made = performance.now()
    child.send('stop')
    await new Promise((resolve) => child.once('exit', resolve))
    await restoreBackup(place, data, Date.now())
    const restored = performance.now()
    const client = new Sqlite(file)
    const there = Number(client.prepare("select max(window_start) from rate_limits where key = 'drill'").pluck().get())
    const count = Number(client.prepare("select count(*) from rate_limits where key = 'drill'").pluck().get())
    const megabytes = statSync(file).size / 1e6
    console.log(
      `${megabytes.toFixed(0)} MB: backed up and checked in ${((made - begin) / 1000).toFixed(1)} s, restored in ${((restored - made) / 1000).toFixed(1)} s; ${before} writes before, ${there} there`,
    )
    expect(megabytes).toBeGreaterThan(100)
    expect(before).toBeGreaterThan(100)
    expect(there).toBeGreaterThanOrEqual(before)
    expect(count).toBe(there)
    expect(restored - begin).toBeLessThan(60_000)
  },
)
