import { beforeEach, expect, it } from 'vitest'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { getTimesThrough } from '#db/queries/own/read-throughs.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { sourceOf } from '#lib/archive/source.testing.ts'
import { removeReadThrough, setProgress, setReadThrough } from './read-throughs.ts'

const now = Date.UTC(2026, 10, 28, 12)
let ada: Person
let eve: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings(['kafka'])
  ada = await createPerson()
  eve = await createPerson()
})
const again = (id: string, day: string | null, minutes: number | null = null, person = ada) =>
  setReadThrough(person.viewer, id, { readingId: 'kafka', day, minutes }, now)

it('each time through a reading is a row with its day and minutes; its mark stays as it is', async () => {
  await again('time-0001', '2026-11-20', 30)
  await again('time-0002', null)
  expect((await getTimesThrough(ada.viewer, 'kafka')).items).toMatchObject([
    { day: '2026-11-20', minutes: 30 },
    { day: null, minutes: null },
  ])
  expect(await listMarks(ada.viewer)).toEqual([])
})

it('one with a day counts among that day’s minutes, one without counts on no day', async () => {
  await again('time-0001', '2026-11-20', 30)
  await again('time-0001', '2026-11-21', 40)
  await again('time-0002', null, 99)
  expect([...(await getMinutesByDay(ada.viewer))]).toEqual([['2026-11-21', 40]])
  await removeReadThrough(ada.viewer, 'time-0001')
  expect([...(await getMinutesByDay(ada.viewer))]).toEqual([])
})

it('a day to come is refused', async () => {
  await expect(again('time-0001', '2026-12-24')).rejects.toMatchObject({ status: 422, extra: { field: 'day' } })
})

it('how far one is inside a reading is kept, and forgotten at 0', async () => {
  await setProgress(ada.viewer, 'kafka', { at: 2, of: 3 }, now)
  expect((await getTimesThrough(ada.viewer, 'kafka')).progress).toMatchObject({ at: 2, of: 3 })
  await setProgress(ada.viewer, 'kafka', { at: 0, of: 3 }, now)
  expect((await getTimesThrough(ada.viewer, 'kafka')).progress).toBeNull()
})

it('a stranger sees and changes none of it; its owner still has it', async () => {
  await again('time-0001', '2026-11-20', 30)
  await setProgress(ada.viewer, 'kafka', { at: 2, of: 3 }, now)
  expect(await getTimesThrough(eve.viewer, 'kafka')).toEqual({ items: [], progress: null })
  await expect(again('time-0001', null, 1, eve)).rejects.toMatchObject({ status: 404 })
  await removeReadThrough(eve.viewer, 'time-0001')
  expect((await getTimesThrough(ada.viewer, 'kafka')).items).toHaveLength(1)
})

it('all of it goes into the archive and comes back', async () => {
  await again('time-0001', '2026-11-20', 30)
  await setProgress(ada.viewer, 'kafka', { at: 2, of: 3 }, now)
  const archive = await getArchive(ada.viewer, now)
  const { counts } = await importArchive(eve.viewer, sourceOf(archive, true), now)
  expect([counts.readThroughs.added, counts.progress.added]).toEqual([1, 1])
  expect(await getTimesThrough(eve.viewer, 'kafka')).toMatchObject({ items: [{ minutes: 30 }], progress: { at: 2 } })
})
