import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { studyEvents, users } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { removeMark, setMark } from './marks.ts'

const now = Date.UTC(2026, 2, 2, 12)
const day = 24 * 3600 * 1000

let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
  createReadings(['caching', 'queues', 'a', 'b', 'c', 'd'])
})

const minutesOf = async (viewer: Viewer) => Object.fromEntries(await getMinutesByDay(viewer))
const speedOf = (viewer: Viewer) =>
  db().select({ speed: users.speedPercent }).from(users).where(eq(users.id, viewer.id)).get()?.speed

describe('a mark', () => {
  it('is set once however often its answer is lost, and its time stays', async () => {
    const first = await setMark(ada, 'caching', { status: 'done' }, now)
    expect(await setMark(ada, 'caching', { status: 'done' }, now + 5000)).toEqual(first)
    expect(await listMarks(ada)).toEqual([first])
    expect(db().select().from(studyEvents).all()).toHaveLength(1)
  })

  it('is its owner’s alone: a stranger sees none and changes none', async () => {
    await setMark(ada, 'caching', { status: 'done' }, now)
    expect(await listMarks(eve)).toEqual([])
    await removeMark(eve, 'caching', now)
    await setMark(eve, 'caching', { status: 'skipped' }, now)
    expect(await listMarks(ada)).toMatchObject([{ readingId: 'caching', status: 'done' }])
  })

  it('taken back on its day takes the study of that day back too', async () => {
    await setMark(ada, 'caching', { status: 'done' }, now)
    expect(await minutesOf(ada)).toEqual({ '2026-03-02': 12 })
    await removeMark(ada, 'caching', now + 1)
    expect(await minutesOf(ada)).toEqual({})
  })

  it('taken back and put back days later is as it was, its day and minutes included', async () => {
    const first = await setMark(ada, 'caching', { status: 'done', minutesSpent: 20 }, now)
    await removeMark(ada, 'caching', now + 5 * day)
    const again = { status: 'done', minutesSpent: 20, since: first!.updatedAt } as const
    expect(await setMark(ada, 'caching', again, now + 5 * day + 1)).toEqual(first)
    expect(await minutesOf(ada)).toEqual({ '2026-03-02': 20 })
  })

  it('that comes in late, from before the one that stands, changes nothing, and is answered with that one', async () => {
    const newer = await setMark(ada, 'caching', { status: 'done', minutesSpent: 20 }, now)
    for (const status of ['queued', 'reading', 'skipped'] as const)
      expect(await setMark(ada, 'caching', { status, at: now - 1 }, now + 5000)).toEqual(newer)
    expect(await listMarks(ada)).toEqual([newer])
    expect(await minutesOf(ada)).toEqual({ '2026-03-02': 20 })
  })

  it('pressed after the one that stands is taken, though it comes in late', async () => {
    await setMark(ada, 'caching', { status: 'reading' }, now)
    const late = await setMark(ada, 'caching', { status: 'done', at: now + 1 }, now + 5 * day)
    expect(late).toMatchObject({ status: 'done', updatedAt: now + 1 })
    expect(await minutesOf(ada)).toEqual({ '2026-03-02': 12 })
  })

  it('that replaced an older one gives way to it when it is undone', async () => {
    const first = await setMark(ada, 'caching', { status: 'queued' }, now)
    await setMark(ada, 'caching', { status: 'done' }, now + day)
    expect(await setMark(ada, 'caching', { status: 'queued', since: now }, now + day + 1)).toMatchObject({
      ...first,
    })
  })

  it('cannot be set in the future', async () => {
    expect(await setMark(ada, 'caching', { status: 'done', at: now + day }, now)).toMatchObject({ updatedAt: now })
  })

  it('cannot be set on a reading that is not there', async () => {
    await expect(setMark(ada, 'nowhere', { status: 'done' }, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('minutes spent', () => {
  it('given days later count on the day on which it was done, and do not move it', async () => {
    await setMark(ada, 'caching', { status: 'done' }, now)
    const later = await setMark(ada, 'caching', { status: 'done', minutesSpent: 30 }, now + 3 * day)
    expect(later).toEqual({ readingId: 'caching', status: 'done', minutesSpent: 30, updatedAt: now })
    expect(await minutesOf(ada)).toEqual({ '2026-03-02': 30 })
  })

  it('stay when the mark is set again without them, and go when it becomes another', async () => {
    await setMark(ada, 'caching', { status: 'done', minutesSpent: 30 }, now)
    expect(await setMark(ada, 'caching', { status: 'done' }, now + 1)).toMatchObject({ minutesSpent: 30 })
    expect(await setMark(ada, 'caching', { status: 'reading' }, now + 2)).toMatchObject({ minutesSpent: null })
  })

  it('correct the person’s own speed, and nobody else’s', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await setMark(ada, id, { status: 'done', minutesSpent: 24 }, now)
    expect(speedOf(ada)).toBe(200)
    expect(speedOf(eve)).toBe(100)
  })

  it('leave the speed alone for who does not want it learnt', async () => {
    const fixed = (await createPerson({ usesOwnSpeed: false })).viewer
    for (const id of ['a', 'b', 'c', 'd']) await setMark(fixed, id, { status: 'done', minutesSpent: 24 }, now)
    expect(speedOf(fixed)).toBe(100)
  })

  it('are estimated at the person’s own speed where they were not given', async () => {
    const slow = (await createPerson({ speedPercent: 150 })).viewer
    await setMark(slow, 'caching', { status: 'done' }, now)
    expect(await minutesOf(slow)).toEqual({ '2026-03-02': 18 })
  })
})
