import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { getOdds } from '#db/queries/odds/odds.ts'
import { promisedDays, studyEvents } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { addDays } from '#lib/planning/days.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { POST as postItem } from './[planId]/items/route.ts'
import { POST as postPlan } from './route.ts'

const now = Date.now()
let ada: Person
let today: string
let planId: string
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson()
  today = studyDayOf(ada.viewer, now)
  planId = await planTo(addDays(today, 20))
})

async function planTo(targetDate: string): Promise<string> {
  const weekdayMinutes = [60, 60, 60, 60, 60, 60, 60]
  const body = { title: 'Mine', startDate: today, targetDate, weekdayMinutes, daysOff: [], timeZone: 'UTC' }
  const { body: plan } = await call<{ id: string }>(postPlan, { as: ada, method: 'POST', body })
  for (const tier of ['must', 'could', 'must'])
    await call(postItem, {
      as: ada,
      method: 'POST',
      params: { planId: plan.id },
      body: { kind: 'task', title: `A ${tier}`, minutes: 50, tier },
    })
  return plan.id
}

/** What was planned and done on each of so many days up to yesterday. */
function record(days: number, part: number) {
  for (let back = 1; back <= days; back += 1) {
    const day = addDays(today, -back)
    const own = { userId: ada.viewer.id, day }
    db()
      .insert(promisedDays)
      .values({ ...own, planId: 'an earlier plan', minutes: 60, planned: 50, items: [] })
      .run()
    db()
      .insert(studyEvents)
      .values({ ...own, id: `event-${back}`, kind: 'item', minutes: 50 * part, at: now - back * 86_400_000 })
      .run()
  }
}

test('odds are hidden from a person with no record, and before two weeks of it', async () => {
  expect(await getOdds(ada.viewer, planId, now)).toBe('too early')
  record(13, 1)
  expect(await getOdds(ada.viewer, planId, now)).toBe('too early')
})

test('odds show from two weeks of record on, with the weeks they rest on and what letting the coulds go would buy', async () => {
  record(15, 1)
  expect(await getOdds(ada.viewer, planId, now)).toEqual({
    weeks: 2,
    by: addDays(today, 20),
    asItIs: 1,
    withoutCoulds: 1,
    repairs: [],
  })
})

test('who does nothing of what is planned has no chance', async () => {
  record(15, 0)
  expect(await getOdds(ada.viewer, planId, now)).toMatchObject({ asItIs: 0 })
})

test('an interview that has gone by has no odds, and a stranger sees none of another person’s plan', async () => {
  record(15, 1)
  expect(await getOdds(ada.viewer, planId, now + 40 * 86_400_000)).toBeNull()
  const eve = await createPerson()
  expect(await getOdds(eve.viewer, planId, now)).toBeNull()
  expect(await getOdds(ada.viewer, planId, now)).toMatchObject({ asItIs: 1 })
})
