import { beforeEach, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { listTimers } from '#db/queries/study/timers.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { anyItem, makeMember, makePlan } from '#db/testing/sharing.ts'
import { setMark } from './marks.ts'
import { removeTimer, setTimer } from './timers.ts'

const now = Date.UTC(2026, 10, 28, 12)
const minute = 60_000

let ada: Person
let eve: Viewer
let planId: string
beforeEach(async () => {
  await freshDatabase()
  createReadings(['caching', 'queues'])
  ada = await createPerson({}, now)
  eve = (await createPerson({}, now)).viewer
  planId = await makePlan(ada, { items: [anyItem({ id: 'drill-1', kind: 'drill', minutes: 25 })] }, now)
})

const caching = { readingId: 'caching' }
const queues = { readingId: 'queues' }
const drill = { itemId: 'drill-1' }

it('counts what ran, over pauses, and starting it twice is starting it once', async () => {
  await setTimer(ada.viewer, caching, true, now)
  await setTimer(ada.viewer, caching, true, now + minute)
  await setTimer(ada.viewer, caching, false, now + 5 * minute)
  await setTimer(ada.viewer, caching, false, now + 6 * minute)
  expect(await listTimers(ada.viewer)).toMatchObject([{ readingId: 'caching', elapsedMs: 5 * minute, startedAt: null }])
  await setTimer(ada.viewer, caching, true, now + 60 * minute)
  await setTimer(ada.viewer, caching, false, now + 62 * minute)
  expect(await listTimers(ada.viewer)).toMatchObject([{ elapsedMs: 7 * minute }])
})

it('runs alone: starting another pauses it, with its minutes', async () => {
  await setTimer(ada.viewer, caching, true, now)
  await setTimer(ada.viewer, queues, true, now + 3 * minute)
  const timers = await listTimers(ada.viewer)
  expect(timers.filter(({ startedAt }) => startedAt !== null)).toMatchObject([{ readingId: 'queues' }])
  expect(timers.find(({ readingId }) => readingId === 'caching')).toMatchObject({ elapsedMs: 3 * minute })
})

it('goes when what it times is done, on its row or on its reading', async () => {
  await setTimer(ada.viewer, drill, true, now)
  await setTimer(ada.viewer, caching, true, now)
  await setItemState(ada.viewer, planId, 'drill-1', { state: 'done', minutesSpent: 9 }, now + 9 * minute)
  await setMark(ada.viewer, 'caching', { status: 'done', minutesSpent: 9 }, now + 9 * minute)
  expect(await listTimers(ada.viewer)).toEqual([])
  expect(await listMarks(ada.viewer)).toMatchObject([{ minutesSpent: 9 }])
})

it('gives its minutes to what is done without minutes being said', async () => {
  await setTimer(ada.viewer, caching, true, now)
  await setMark(ada.viewer, 'caching', { status: 'done' }, now + 17 * minute)
  expect(await listMarks(ada.viewer)).toMatchObject([{ readingId: 'caching', minutesSpent: 17 }])
})

it('is its owner’s alone: a stranger sees, starts and removes none of it, and the owner still can', async () => {
  await setTimer(ada.viewer, drill, true, now)
  await expect(setTimer(eve, drill, true, now)).rejects.toMatchObject({ status: 404 })
  await removeTimer(eve, drill)
  expect(await listTimers(eve)).toEqual([])
  expect(await listTimers(ada.viewer)).toHaveLength(1)
  await removeTimer(ada.viewer, drill)
  expect(await listTimers(ada.viewer)).toEqual([])
})

it('is not for guests of a plan, and not for a reading as an item of one plan', async () => {
  const guest = await makeMember(planId, 'guest', {}, now)
  await expect(setTimer(guest.viewer, drill, true, now)).rejects.toMatchObject({ status: 403 })
  await expect(setTimer(ada.viewer, { readingId: 'nowhere' }, true, now)).rejects.toMatchObject({ status: 404 })
})
