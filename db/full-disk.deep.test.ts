import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyCard } from '#lib/notes/note.ts'
import { useDatabase } from './client.ts'
import { openDatabase } from './connect.ts'
import { databaseTrouble, lookAtDatabase } from './database-guard.ts'
import { migrateDatabase } from './migrate.ts'
import { setNote } from './mutations/study/notes.ts'
import { getViewerBySession } from './queries/accounts/sessions.ts'
import { getNote } from './queries/study/notes.ts'
import { createPerson } from './testing/people.ts'
import { createReadings } from './testing/readings.ts'

const disk = mkdtempSync(join(tmpdir(), 'loadpath-full-'))
let isMounted = false

beforeAll(() => {
  // Needs root, as the container of the CI has.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', disk])
  isMounted = true
})
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
})

test('a disk that fills up: people read on, writes are refused, and both work again once there is room', async () => {
  const database = openDatabase(join(disk, 'loadpath.db'))
  await migrateDatabase(database)
  useDatabase(database)
  createReadings(Array.from({ length: 100 }, (_, at) => `r${at}`))
  const ada = await createPerson()
  const note = (id: string) =>
    setNote(ada.viewer, id, { markdown: 'x'.repeat(50_000), card: emptyCard, version: 0 }, Date.now())
  await note('r0')
  const ballast = join(disk, 'ballast')
  try {
    for (let at = 0; at < 100; at++) writeFileSync(ballast, 'x'.repeat(1_000_000), { flag: 'a' })
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  }
  let written = 1
  await expect(
    (async () => {
      for (; written < 100; written++) await note(`r${written}`)
    })(),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_(FULL|IOERR)/) })
  expect(lookAtDatabase()).toBe('full')
  expect((await getViewerBySession(ada.sessionId, Date.now() + 3_600_000))?.id).toBe(ada.viewer.id)
  expect((await getNote(ada.viewer, 'r0'))?.markdown).toHaveLength(50_000)
  rmSync(ballast)
  lookAtDatabase()
  expect(databaseTrouble()).not.toBe('lost')
  await note(`r${written}`)
  expect(database.$client.pragma('integrity_check', { simple: true })).toBe('ok')
})
