import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { listMarks } from '#db/queries/study/marks.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { itemStates, repairs } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setItemState } from './item-states.ts'
import { createPass } from './passes.ts'
import { createPlan } from './plans.ts'
import { removeLastRepair } from './repairs.ts'

const first = Date.UTC(2026, 10, 2, 12)
const second = Date.UTC(2026, 10, 23, 12)
const dates = {
  targetDate: null,
  weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
  daysOff: [],
  timeZone: 'UTC',
}
const readingIds = ['a', 'b', 'c']
const planId = 'plan-of-three'

let ada: Viewer
beforeEach(async () => {
  await freshDatabase()
  createReadings(readingIds)
  ada = (await createPerson({}, first)).viewer
  const settings = { ...dates, startDate: '2026-11-02' }
  await createPlan(ada, { id: planId, ...settings, templateId: null, readingIds }, first)
  for (const id of readingIds) await press(id, 'done', first)
  await createPass(ada, planId, { ...dates, startDate: '2026-11-23' }, second)
})

const press = (id: string, state: 'done' | 'todo', now: number, at?: number) =>
  setItemState(ada, planId, `${planId}-${id}`, { state, at }, now)
const minutes = async () => Object.fromEntries(await getMinutesByDay(ada))
const states = () =>
  db()
    .select({ itemId: itemStates.itemId, pass: itemStates.pass, state: itemStates.state })
    .from(itemStates)
    .where(eq(itemStates.userId, ada.id))
    .all()
    .map(({ itemId, pass, state }) => `${itemId.slice(-1)}${pass} ${state}`)
    .toSorted()

test('ticks on a second pass are minutes and a day of study, and leave those of the first as they were', async () => {
  for (const id of readingIds) await press(id, 'done', second + 1)
  expect(await minutes()).toEqual({ '2026-11-02': 36, '2026-11-23': 36 })
})

test('taking a tick back on the second pass touches that pass alone: marks and ticks of the first stay', async () => {
  const before = await listMarks(ada)
  await press('a', 'done', second + 1)
  await press('a', 'todo', second + 2)
  expect(await minutes()).toEqual({ '2026-11-02': 36 })
  expect(await listMarks(ada)).toEqual(before)
  expect(states()).toEqual(['a1 done', 'b1 done', 'c1 done'])
})

test('a tick of the first pass that comes in once the second has begun belongs to the first', async () => {
  await press('a', 'todo', first + 1)
  await press('a', 'done', second + 5, first + 2)
  expect(states()).toEqual(['a1 done', 'b1 done', 'c1 done'])
  expect(await minutes()).toEqual({ '2026-11-02': 36 })
})

test('undo on the second pass does not take back a repair of the first', async () => {
  const effect = { from: '2026-11-03', targetDate: '2026-12-01' }
  db()
    .insert(repairs)
    .values({ id: 'r', planId, userId: ada.id, kind: 'shift', effect, createdAt: first + 1 })
    .run()
  await expect(removeLastRepair(ada, planId, second + 1)).rejects.toMatchObject({ status: 404 })
  expect(db().select({ undoneAt: repairs.undoneAt }).from(repairs).all()).toEqual([{ undoneAt: null }])
})
