import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { newItems } from '#lib/api/plans.ts'
import { createPlan, setPlan } from '#db/mutations/planning/plans.ts'
import { createItems } from '#db/mutations/planning/items.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { getDashboard } from '#db/queries/study/dashboard.ts'
import { getMinutesByDay } from '#db/queries/study/study-days.ts'
import { itemStates, users } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { getSchedule } from './schedules.ts'
import { getToday } from './today.ts'

/** 28 November, midnight in Pago Pago; already one o'clock on the 29th in Kiritimati. */
const now = Date.UTC(2026, 10, 28, 11)
const hour = 3_600_000

beforeEach(async () => {
  await freshDatabase()
  createReadings(['caching', 'queues'])
})

async function samoan(over: { rolloverHour?: number } = {}) {
  const { viewer, sessionId } = await createPerson({ timeZone: 'Pacific/Pago_Pago', ...over }, now)
  const dates = { startDate: '2026-11-27', targetDate: null, weekdayMinutes: [60, 60, 60, 60, 60, 60, 60], daysOff: [] }
  const input = { ...dates, timeZone: 'Pacific/Pago_Pago', templateId: null, readingIds: ['caching', 'queues'] }
  const { id } = await createPlan(viewer, input, now)
  const movesTo = async (change: { timeZone?: string; rolloverHour?: number }): Promise<Viewer> => {
    db().update(users).set(change).where(eq(users.id, viewer.id)).run()
    return (await getViewerBySession(sessionId, now))!
  }
  return { viewer, planId: id, movesTo }
}

const noWish = { minutes: null, media: [] } as unknown as Parameters<typeof getDashboard>[1]

async function daysSaid(viewer: Viewer, planId: string, at: number): Promise<string[]> {
  const [today, schedule, dashboard] = await Promise.all([
    getToday(viewer, at),
    getSchedule(viewer, planId, at),
    getDashboard(viewer, noWish, null, at),
  ])
  return [today.today, ...today.plans.map((plan) => plan.today), schedule.today, dashboard.today]
}

test('who moves from Pago Pago to Kiritimati has one today everywhere: the 29th', async () => {
  const { viewer, planId, movesTo } = await samoan()
  expect(new Set(await daysSaid(viewer, planId, now))).toEqual(new Set(['2026-11-28']))
  const moved = await movesTo({ timeZone: 'Pacific/Kiritimati' })
  expect(new Set(await daysSaid(moved, planId, now))).toEqual(new Set(['2026-11-29']))
  expect((await getSchedule(moved, planId, now)).settings.timeZone).toBe('Pacific/Kiritimati')
})

test('a tick after the move is stored on one day, as study and as the item’s', async () => {
  const { planId, movesTo } = await samoan()
  const moved = await movesTo({ timeZone: 'Pacific/Kiritimati' })
  const answer = await setItemState(moved, planId, `${planId}-caching`, { state: 'done' }, now)
  expect(answer.day).toBe('2026-11-29')
  expect(db().select({ day: itemStates.day }).from(itemStates).all()).toEqual([{ day: '2026-11-29' }])
  expect([...(await getMinutesByDay(moved)).keys()]).toEqual(['2026-11-29'])
})

test('a drill ticked at half past two belongs to the evening before for who begins days at four, on plan and dashboard alike', async () => {
  const { planId, movesTo } = await samoan()
  const owl = await movesTo({ timeZone: 'Europe/Vienna', rolloverHour: 4 })
  const night = Date.UTC(2026, 10, 30, 1, 30)
  const [drill] = (
    await createItems(owl, planId, newItems.parse({ kind: 'drill', title: 'A chat', minutes: 25 }), night)
  ).ids
  await setItemState(owl, planId, drill!, { state: 'done' }, night)
  expect(new Set(await daysSaid(owl, planId, night))).toEqual(new Set(['2026-11-29']))
  expect(Object.fromEntries(await getMinutesByDay(owl))).toEqual({ '2026-11-29': 25 })
  expect(new Set(await daysSaid(owl, planId, night + 3 * hour))).toEqual(new Set(['2026-11-30']))
})

test('a plan has no time zone of its own', async () => {
  const { viewer, planId } = await samoan()
  await setPlan(viewer, planId, { timeZone: 'Pacific/Kiritimati' }, now)
  expect((await getSchedule(viewer, planId, now)).today).toBe('2026-11-28')
})
