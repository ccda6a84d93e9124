import { beforeEach, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { emptyCard } from '#lib/notes/note.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { getDashboard } from './dashboard.ts'
import { listNoteEntries } from './note-entries.ts'
import { getStudyCounts, listLastNotes, listReadingsUnderWay } from './study.ts'

const now = Date.UTC(2026, 2, 4, 12)
const day = 24 * 3600 * 1000
const wish = { minutes: 20, media: [] }

let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
  createReadings(['a', 'b', 'c', 'd'])
})

it('the dashboard adds up what its viewer did, and nothing of anybody else', async () => {
  await setMark(ada, 'a', { status: 'done', minutesSpent: 20 }, now - day)
  await setMark(ada, 'b', { status: 'reading' }, now)
  await setMark(ada, 'c', { status: 'queued' }, now)
  await setNote(ada, 'a', { markdown: 'Words', card: emptyCard, version: 0 }, now)
  const board = await getDashboard(ada, wish, null, now)
  expect(board.today).toBe('2026-03-04')
  expect(board.week.map(({ minutes }) => minutes)).toEqual([0, 20, 0, 0, 0, 0, 0])
  expect(board.year).toMatchObject({ studied: 2, minutes: 20 })
  expect(board.kept).toMatchObject({ planned: 0, extra: 2 })
  expect(board.years).toEqual([2026])
  expect(board.sections).toMatchObject([
    {
      id: 'architecture',
      all: { readings: 4 },
      done: { readings: 1 },
      reading: { readings: 1 },
      queued: { readings: 1 },
    },
  ])
  expect(board.picks.map(({ id, reason }) => [id, reason])).toEqual([
    ['b', 'You began it'],
    ['c', 'First in your queue'],
    ['d', 'Goes on with Architecture: 1 of 4 readings done'],
  ])
  expect(await getStudyCounts(ada)).toMatchObject({ marks: { done: { readings: 1, minutes: 12 } }, notes: 1, cards: 0 })
  expect(await listReadingsUnderWay(ada, 5)).toEqual(['b'])
  expect(await listLastNotes(ada, 5)).toMatchObject([{ readingId: 'a', excerpt: 'Words' }])

  const other = await getDashboard(eve, wish, null, now)
  expect(other).toMatchObject({ year: { studied: 0 }, kept: { extra: 0 }, years: [], organisations: [] })
  expect(await listNoteEntries(eve)).toEqual([])
  expect(await listReadingsUnderWay(eve, 5)).toEqual([])
})

it('a day begins at the viewer’s own hour in the viewer’s own zone', async () => {
  const { viewer } = await createPerson({ timeZone: 'Asia/Tokyo', rolloverHour: 4 })
  // 2026-03-05 03:00 in Tokyo: still the fourth for somebody whose day begins at four.
  const night = Date.parse('2026-03-05T03:00:00+09:00')
  await setMark(viewer, 'a', { status: 'done' }, night)
  const board = await getDashboard(viewer, wish, null, night)
  expect(board.today).toBe('2026-03-04')
  expect(board.week[2]).toEqual({ day: '2026-03-04', minutes: 12, plannedMinutes: 0 })
})

it('an earlier year can be looked at', async () => {
  await setMark(ada, 'a', { status: 'done' }, Date.UTC(2024, 5, 1, 12))
  const board = await getDashboard(ada, wish, 2024, now)
  expect(board.years).toEqual([2024])
  expect(board.year.studied).toBe(1)
  expect(board.year.weeks.flat().filter(Boolean)).toHaveLength(366)
})

it('minutes are at the viewer’s own speed everywhere: totals, coverage and study say the same', async () => {
  const slow = (await createPerson({ speedPercent: 150 })).viewer
  for (const id of ['a', 'b']) await setMark(slow, id, { status: 'done' }, now)
  const board = await getDashboard(slow, wish, null, now)
  expect((await getStudyCounts(slow)).marks.done).toEqual({ readings: 2, minutes: 36 })
  expect(board.sections[0]!.done.minutes).toBe(36)
  expect(board.year.minutes).toBe(36)
})
