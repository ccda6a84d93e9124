import { copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { transaction, useDatabase } from './client.ts'
import { type Database, openDatabase } from './connect.ts'
import { databaseTrouble, lookAtDatabase } from './database-guard.ts'
import { migrateDatabase } from './migrate.ts'
import { setMark } from './mutations/study/marks.ts'
import { getViewerBySession } from './queries/accounts/sessions.ts'
import { listMarks } from './queries/study/marks.ts'
import { sessions, users } from './schema/index.ts'
import { createPerson, type Person } from './testing/people.ts'
import { createReadings } from './testing/readings.ts'

const now = Date.now()
let file: string
let database: Database
let ada: Person

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'loadpath-guard-')), 'loadpath.db')
  database = openDatabase(file)
  await migrateDatabase(database)
  useDatabase(database)
  createReadings(['caching', 'queues'])
  ada = await createPerson({}, now)
  database.$client.pragma('wal_checkpoint(TRUNCATE)')
  expect(lookAtDatabase()).toBeNull()
})

describe('a database file that is not there any more', () => {
  const lose: [string, () => void][] = [
    ['removed', () => rmSync(file)],
    ['moved', () => renameSync(file, `${file}.away`)],
    [
      'replaced by another',
      () => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
    ['without its journal', () => rmSync(`${file}-wal`)],
  ]
  it.each(lose)('%s: no write is acknowledged, and the server knows', async (_, act) => {
    act()
    await expect(setMark(ada.viewer, 'caching', { status: 'done' }, now)).rejects.toMatchObject({ status: 503 })
    expect(databaseTrouble()).toBe('lost')
    expect(() => database.update(users).set({ name: 'Eve' }).run()).toThrow('readonly')
  })

  it.each([
    ['cut', () => truncateSync(file, 5000)],
    ['overwritten', () => writeFileSync(file, 'x'.repeat(50_000))],
  ] as [string, () => void][])('%s: noticed at the next look, and writes are refused', async (_, act) => {
    act()
    expect(lookAtDatabase()).toBe('lost')
    await expect(transaction((tx) => tx.delete(users).run())).rejects.toMatchObject({ status: 503 })
  })

  it('put back as it was takes writes again', async () => {
    renameSync(file, `${file}.away`)
    expect(lookAtDatabase()).toBe('lost')
    renameSync(`${file}.away`, file)
    expect(lookAtDatabase()).toBeNull()
    await setMark(ada.viewer, 'caching', { status: 'done' }, now)
    expect(await listMarks(ada.viewer)).toHaveLength(1)
  })
})

describe('a full disk', () => {
  /** As full as a disk can be: SQLite may take no further page. */
  const fill = () =>
    database.$client.pragma(`max_page_count = ${database.$client.pragma('page_count', { simple: true })}`)

  it('lets people read on, those too who were last seen a while ago', async () => {
    await setMark(ada.viewer, 'caching', { status: 'done' }, now)
    database
      .update(sessions)
      .set({ lastSeenAt: now - 3_600_000 })
      .run()
    fill()
    database.$client.pragma('query_only = ON')
    const viewer = await getViewerBySession(ada.sessionId, now)
    expect(viewer?.id).toBe(ada.viewer.id)
    expect(await listMarks(ada.viewer)).toHaveLength(1)
  })

  it('refuses a write in words, and takes it once there is room, without a restart', async () => {
    fill()
    const long = 'x'.repeat(200_000)
    const write = () =>
      transaction((tx) => void tx.update(users).set({ name: long }).where(eq(users.id, ada.viewer.id)).run())
    await expect(write()).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    database.$client.pragma('max_page_count = 100000')
    await write()
    expect(database.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
