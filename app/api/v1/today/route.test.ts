import { beforeAll, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import type { PlanAnswer, TodayAnswer, TodayItem } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { addDays } from '#lib/planning/days.ts'
import { GET as getPlan } from '../plans/[planId]/route.ts'
import { GET as getSchedule } from '../plans/[planId]/schedule/route.ts'
import { PATCH as patchItem, PUT as putState } from '../plans/[planId]/items/[itemId]/route.ts'
import { POST as postPlan } from '../plans/route.ts'
import { GET as getToday } from './route.ts'

const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), Date.now())
})

async function enrol(as: Person, title: string, over: object = {}): Promise<string> {
  const body = {
    templateId: 'system-design-interview-1-week',
    title,
    startDate: today,
    targetDate: addDays(today, 14),
    weekdayMinutes: Array.from({ length: 7 }, () => 70),
    daysOff: [],
    timeZone: 'UTC',
    ...over,
  }
  return (await call(postPlan, { as, method: 'POST', body })).body.id
}
/** A plan with minutes left beside one of 70 a day: it comes to the same readings on the same day. */
const roomy = { targetDate: addDays(today, 25), weekdayMinutes: Array.from({ length: 7 }, () => 200) }
const todayOf = async (as: Person): Promise<TodayAnswer> => (await call(getToday, { as })).body
const put = (as: Person, { planId, id: itemId }: { planId: string; id: string }, body: object) =>
  call(putState, { as, method: 'PUT', params: { planId, itemId }, body })
/** The readings and cards of a list, each as often as it stands there. */
const subjects = (items: TodayItem[]) =>
  items.flatMap(({ kind, readingId }) => (readingId === null ? [] : [`${kind} ${readingId}`]))

test('a reading that two plans hold stands once on today, in the plan whose turn is first, and is done in both', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon')
  const later = await enrol(ada, 'Later', roomy)
  const before = await todayOf(ada)
  const first = before.items.find((item) => item.kind === 'read')!
  expect(first).toMatchObject({ planTitle: 'Soon', state: 'todo' })
  const all = subjects([...before.items, ...before.more])
  expect(new Set(all).size).toBe(all.length)
  const held = async () => (await call(getSchedule, { as: ada, params: { planId: later } })).body as ScheduleAnswer
  const itemOf = async () => (await call(getPlan, { as: ada, params: { planId: later } })).body as PlanAnswer
  const same = (await itemOf()).items.find(({ readingId, kind }) => kind === 'read' && readingId === first.readingId)!
  expect((await held()).inOtherPlan).toContainEqual({ id: same.id, planId: first.planId, date: today, title: 'Soon' })

  await put(ada, first, { state: 'done' })
  const after = await todayOf(ada)
  expect(after.items.map(({ id }) => id)).toEqual(expect.arrayContaining(before.items.map(({ id }) => id)))
  expect((await itemOf()).items.find(({ id }) => id === same.id)).toMatchObject({ state: 'done', day: today })

  await put(ada, first, { state: 'todo' })
  expect((await todayOf(ada)).items.map(({ id, state }) => [id, state])).toEqual(
    before.items.map(({ id, state }) => [id, state]),
  )
})

test('a card that is due in two plans stands once on today, with both their names', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon')
  await enrol(ada, 'Later', { ...roomy, targetDate: addDays(today, 14) })
  const { items, more } = await todayOf(ada)
  const all = subjects([...items, ...more])
  expect(new Set(all).size).toBe(all.length)
})

test('doing more than is due takes nothing away from today, and taking a tick back puts it where it was', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon', { targetDate: addDays(today, 28), templateId: 'system-design-interview-4-weeks' })
  const before = await todayOf(ada)
  const due = before.items.map(({ id }) => id)
  const extra = before.more[0]!
  await put(ada, extra, { state: 'done' })
  expect((await todayOf(ada)).items.map(({ id }) => id)).toEqual(expect.arrayContaining(due))
  for (const item of before.items) await put(ada, item, { state: 'done' })
  const all = await todayOf(ada)
  expect(all.items.map(({ id }) => id).toSorted()).toEqual([...due, extra.id].toSorted())
  for (const item of [...before.items, extra]) await put(ada, item, { state: 'todo' })
  expect((await todayOf(ada)).items.map(({ id, state }) => [id, state])).toEqual(due.map((id) => [id, 'todo']))
})

test('a reading that is skipped in one plan is due in the other from tomorrow on', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon')
  const later = await enrol(ada, 'Later', roomy)
  const first = (await todayOf(ada)).items.find((item) => item.kind === 'read')!
  await put(ada, first, { state: 'skipped', reason: 'known' })
  const rows = (await todayOf(ada)).items.filter(({ readingId }) => readingId === first.readingId)
  expect(rows.map(({ planTitle, state }) => `${planTitle}: ${state}`)).toEqual(['Soon: skipped'])
  const { days } = (await call(getSchedule, { as: ada, params: { planId: later } })).body as ScheduleAnswer
  const day = days.find(({ items }) => items.some(({ readingId }) => readingId === first.readingId))
  expect(day!.date > today).toBe(true)
})

test('what somebody moves to tomorrow is not offered again as a little more for today', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Alone')
  const [next] = (await todayOf(ada)).more
  await call(patchItem, {
    as: ada,
    method: 'PATCH',
    params: { planId: next!.planId, itemId: next!.id },
    body: { pin: addDays(today, 1) },
  })
  expect((await todayOf(ada)).more.map(({ id }) => id)).not.toContain(next!.id)
})

test('somebody behind is told the ways back, and somebody on the plan is told none', async () => {
  const [ada, bob] = [await createPerson(), await createPerson()]
  await enrol(ada, 'On it')
  await enrol(bob, 'Behind', { startDate: addDays(today, -5) })
  const [on] = (await todayOf(ada)).plans
  const [behind] = (await todayOf(bob)).plans
  expect(on).toMatchObject({ repairs: [], firstDay: today, late: 0 })
  expect(behind!.pace.days).toBeLessThan(-1)
  expect(behind!.repairs.map(({ kind }) => kind)).toEqual(['resume'])
})

test('a plan whose first days have no minutes says on which day it begins', async () => {
  const ada = await createPerson()
  const weekday = (new Date(`${addDays(today, 2)}T00:00:00Z`).getUTCDay() + 6) % 7
  await enrol(ada, 'Later', { weekdayMinutes: Array.from({ length: 7 }, (_, day) => (day === weekday ? 70 : 0)) })
  const { items, plans } = await todayOf(ada)
  expect(items).toEqual([])
  expect(plans[0]).toMatchObject({ firstDay: addDays(today, 2), nextDay: addDays(today, 2) })
})
