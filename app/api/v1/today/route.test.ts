import { beforeAll, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import type { TodayAnswer, TodayItem } from '#lib/api/plan-answers.ts'
import { addDays } from '#lib/planning/days.ts'
import { PUT as putState } from '../plans/[planId]/items/[itemId]/route.ts'
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

test('a reading that is due in two plans stands once on today, with both their names, and is done in both', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon')
  await enrol(ada, 'Later', roomy)
  const before = await todayOf(ada)
  const shared = before.items.find((item) => item.kind === 'read' && item.also.length > 0)
  expect(shared).toMatchObject({ planTitle: 'Soon', also: [{ planTitle: 'Later' }], state: 'todo' })
  const all = subjects([...before.items, ...before.more])
  expect(new Set(all).size).toBe(all.length)

  for (const one of [shared!, ...shared!.also]) await put(ada, one, { state: 'done' })
  const after = await todayOf(ada)
  const rows = after.items.filter(({ readingId, kind }) => kind === 'read' && readingId === shared!.readingId)
  expect(rows).toMatchObject([{ state: 'done', also: [{ planTitle: 'Later' }] }])

  for (const one of [shared!, ...shared!.also]) await put(ada, one, { state: 'todo' })
  expect((await todayOf(ada)).items.map(({ id, state }) => [id, state])).toEqual(
    before.items.map(({ id, state }) => [id, state]),
  )
})

test('what was left over in one of two plans is left over on today, from the earlier day', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Fresh')
  await enrol(ada, 'Old', { ...roomy, startDate: addDays(today, -4) })
  const { items } = await todayOf(ada)
  const shared = items.filter((item) => item.also.length > 0)
  expect(shared.length).toBeGreaterThan(0)
  for (const item of shared) expect(item).toMatchObject({ planTitle: 'Fresh', isLate: true, due: addDays(today, -4) })
})

test('one that is skipped in one plan alone stands for each plan by itself', async () => {
  const ada = await createPerson()
  await enrol(ada, 'Soon')
  await enrol(ada, 'Later', roomy)
  const shared = (await todayOf(ada)).items.find((item) => item.also.length > 0)!
  await put(ada, shared, { state: 'skipped', reason: 'known' })
  const rows = (await todayOf(ada)).items.filter(({ readingId }) => readingId === shared.readingId)
  expect(rows.map(({ planTitle, state }) => `${planTitle}: ${state}`)).toEqual(['Soon: skipped', 'Later: todo'])
})
