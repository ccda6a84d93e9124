import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveJson } from '#lib/archive/archive-json.ts'
import { fileSource } from '#lib/archive/file-source.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { db, useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { archivePages } from '#db/queries/archive/archive.ts'
import { noteVersions, studyEvents } from '#db/schema/index.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { importArchive, isNothingNew } from './import-archive.ts'

const now = Date.UTC(2026, 2, 2, 12)
const folder = mkdtempSync(join(tmpdir(), 'loadpath-archive-'))
const file = join(folder, 'archive.json')
const readingIds = Array.from({ length: 500 }, (_, index) => `reading-${index}`)
let there: Viewer

beforeAll(() => {
  const text = 'What they measured, and what it cost them. '
  const write = createWriteStream(file)
  return pipeline(Readable.from(made()), write)
  function* made() {
    const account = {
      id: 'old',
      name: 'Ada',
      email: 'ada@example.org',
      timeZone: 'UTC',
      rolloverHour: 0,
      speedPercent: 100,
      askOnReturn: false,
      createdAt: 1,
    }
    yield '{"apply":true,"archive":'
    yield* archiveJson([
      { head: { format: 'loadpath-archive', version: 1, exportedAt: now, account } },
      { kind: 'readings', rows: readingIds.map((id) => ({ id, title: id, url: `https://example.org/${id}` })) },
      {
        kind: 'events',
        rows: Array.from({ length: 200_000 }, (_, index) => ({
          id: `event-${index}`,
          kind: 'done',
          readingId: readingIds[index % 500],
          itemId: null,
          minutes: 12,
          day: '2026-03-02',
          at: now - index,
        })),
      },
      ...readingIds.map((readingId, index) => ({
        kind: 'notes',
        rows: [{ readingId, markdown: text.repeat(900), card: emptyCard, createdAt: 1, updatedAt: index }],
      })),
      ...readingIds.map((readingId, index) => ({
        kind: 'versions',
        rows: [{ readingId, markdown: text.repeat(700), card: emptyCard, savedAt: index }],
      })),
    ])
    yield '}'
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Does `work` while it watches how long others would wait and how much memory there is more than before. */
async function watched<T>(name: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const begin = performance.now()
  const result = await work()
  delay.disable()
  clearInterval(timer)
  const more = Math.round((most - before) / 1e6)
  const wait = Math.round(delay.max / 1e6)
  console.log(`${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s, longest wait ${wait} ms, ${more} MB more`)
  expect(wait).toBeLessThan(300)
  expect(more).toBeLessThan(300)
  return result
}

async function emptyServer(name: string): Promise<Viewer> {
  const database = openDatabase(join(folder, name))
  await migrateDatabase(database)
  useDatabase(database)
  createReadings(readingIds)
  return (await createPerson()).viewer
}

test('an archive of over 60 MB comes in, and nobody waits for it', { timeout: 600_000 }, async () => {
  there = await emptyServer('first.db')
  expect(statSync(file).size).toBeGreaterThan(60e6)
  const report = await watched('Import', async () => importArchive(there, fileSource(file), now))
  expect(report.counts).toMatchObject({
    events: { added: 200_000 },
    notes: { added: 500 },
    versions: { added: 500 },
  })
  expect(db().$count(studyEvents)).toBeTruthy()
})

test('what is taken away comes in elsewhere just so, and again changes nothing', { timeout: 600_000 }, async () => {
  const second = join(folder, 'second.json')
  await watched('Export', () =>
    pipeline(
      Readable.from(
        (function* () {
          yield '{"apply":true,"archive":'
          yield* archiveJson(archivePages(there, now))
          yield '}'
        })(),
      ),
      createWriteStream(second),
    ),
  )
  const eve = await emptyServer('second.db')
  await watched('Import of the export', async () => importArchive(eve, fileSource(second), now))
  expect(await db().$count(studyEvents)).toBe(200_000)
  expect(await db().$count(noteVersions)).toBe(1000)
  const again = await watched('Import again', async () => importArchive(eve, fileSource(second), now))
  expect(isNothingNew(again)).toBe(true)
})
