import { beforeEach, expect, test } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { PUT as putItem } from '#app/api/v1/plans/[planId]/items/[itemId]/route.ts'
import { POST as postItem } from '#app/api/v1/plans/[planId]/items/route.ts'
import { GET as getSchedule } from '#app/api/v1/plans/[planId]/schedule/route.ts'
import { POST as postPlan } from '#app/api/v1/plans/route.ts'
import { db } from '#db/client.ts'
import { setReview } from '#db/mutations/reviews/reviews.ts'
import { notes } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { addDays } from '#lib/planning/days.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { getReviewDay } from '#db/queries/reviews/review-day.ts'

const readingIds = Array.from({ length: 30 }, (_, index) => `reading-${index}`)
const text = { markdown: '', problem: 'Why', choice: 'So', numbers: '', tradeOff: '', useWhen: '' }

let ada: Person
let today: string
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson()
  today = studyDayOf(ada.viewer, Date.now())
  createReadings(readingIds)
  const row = { userId: ada.viewer.id, ...text, version: 1, createdAt: 1, updatedAt: 1 }
  for (const readingId of readingIds)
    db()
      .insert(notes)
      .values({ ...row, readingId })
      .run()
})

async function plan(weekdayMinutes: number[], daysOff: string[] = []): Promise<string> {
  const dates = { startDate: today, targetDate: addDays(today, 20), timeZone: 'UTC' }
  const body = { title: 'Mine', ...dates, weekdayMinutes, daysOff }
  const { body: made } = await call<{ id: string }>(postPlan, { as: ada, method: 'POST', body })
  for (const [kind, minutes] of [
    ['task', 40],
    ['review', 30],
    ['task', 50],
  ])
    await call(postItem, {
      as: ada,
      method: 'POST',
      params: { planId: made.id },
      body: { kind, title: `${kind} of ${minutes}`, minutes },
    })
  return made.id
}

interface Days {
  days: { date: string; items: { id: string; kind: string; state: string; minutes: number }[] }[]
  pace: { days: number }
}
const scheduleOf = async (planId: string) => (await call<Days>(getSchedule, { as: ada, params: { planId } })).body

async function reviewToday() {
  const { items } = await getReviewDay(ada.viewer, Date.now())
  for (const [index, { card }] of items.entries())
    await setReview(ada.viewer, `review-${index}`, { card, grade: 3, confidence: 3, at: Date.now() }, Date.now())
  return items.length
}

test('reviewing cards moves no day of a plan, and ticking the review item follows the plan’s own rules', async () => {
  const planId = await plan([60, 60, 60, 60, 60, 60, 60])
  const before = await scheduleOf(planId)
  expect(await reviewToday()).toBeGreaterThan(0)
  expect(await scheduleOf(planId)).toEqual(before)
  const review = before.days.flatMap(({ items }) => items).find(({ kind }) => kind === 'review')!
  const done = { as: ada, method: 'PUT', params: { planId, itemId: review.id }, body: { state: 'done' } }
  expect((await call(putItem, done)).status).toBe(200)
  const after = await scheduleOf(planId)
  expect(after.pace.days).toBeGreaterThanOrEqual(before.pace.days)
  expect(after.days.flatMap(({ items }) => items).find(({ id }) => id === review.id)?.state).toBe('done')
})

test('cards take the share of the plan’s day that is kept for review, and no more new ones than five', async () => {
  await plan([60, 60, 60, 60, 60, 60, 60])
  expect(await getReviewDay(ada.viewer, Date.now())).toMatchObject({ minutes: 9, waiting: 30 })
  expect((await getReviewDay(ada.viewer, Date.now())).items).toHaveLength(5)
  await reviewToday()
  expect((await getReviewDay(ada.viewer, Date.now())).items).toEqual([])
})

test('the minutes of a review item ask as many cards as they hold', async () => {
  await plan([60, 60, 60, 60, 60, 60, 60])
  expect((await getReviewDay(ada.viewer, Date.now(), 10)).items).toHaveLength(15)
})

test('on a rest day no card is asked, unless the person asks for it', async () => {
  await plan([60, 60, 60, 60, 60, 60, 60], [today])
  expect(await getReviewDay(ada.viewer, Date.now())).toMatchObject({ isRestDay: true, items: [], waiting: 30 })
  expect((await getReviewDay(ada.viewer, Date.now(), 5)).items).toHaveLength(7)
})
