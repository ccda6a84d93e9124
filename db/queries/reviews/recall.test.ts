import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { setReview } from '#db/mutations/reviews/reviews.ts'
import { notes, reviewCards } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { getRecall } from './recall.ts'
import { getReviewDay } from './review-day.ts'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 28, 9)
const ids = Array.from({ length: 12 }, (_, index) => `reading-${index}`)

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  ada = await createPerson({}, now)
  createReadings(ids)
  writeCards(ids)
})

function writeCards(readingIds: readonly string[]) {
  for (const readingId of readingIds)
    db()
      .insert(notes)
      .values({
        userId: ada.viewer.id,
        readingId,
        markdown: '',
        problem: 'Why',
        choice: 'So',
        numbers: '',
        tradeOff: '',
        useWhen: '',
        version: 1,
        createdAt: 1,
        updatedAt: 1,
      })
      .run()
}

async function reviewAll(daysAgo: number, grade: 1 | 3) {
  const at = now - daysAgo * dayMs
  for (const id of ids)
    await setReview(ada.viewer, `${id}-on-${daysAgo}`, { card: `reading:${id}`, grade, confidence: 3, at }, at)
}

test('a person with no record gets no figure, and no fault', async () => {
  expect(await getRecall(ada.viewer, now)).toEqual({
    day: '2026-11-28',
    isInterview: false,
    cards: 0,
    reviews: 0,
    figure: null,
  })
})

test('recall shows from ten repeated reviews on, with how many it rests on, and a first review counts for none', async () => {
  await reviewAll(9, 3)
  expect(await getRecall(ada.viewer, now, '2026-12-14')).toMatchObject({ cards: 12, reviews: 0, figure: null })
  await reviewAll(5, 3)
  const { figure, isInterview, day } = await getRecall(ada.viewer, now, '2026-12-14')
  expect({ isInterview, day, reviews: figure?.reviews }).toEqual({ isInterview: true, day: '2026-12-14', reviews: 12 })
  expect(figure!.low).toBeLessThan(figure!.expected)
  expect(figure!.expected).toBeLessThan(figure!.high)
})

test('who forgets is shown less', async () => {
  await reviewAll(9, 3)
  await reviewAll(5, 3)
  const kept = (await getRecall(ada.viewer, now, '2026-12-14')).figure!.expected
  await reviewAll(5, 1)
  expect((await getRecall(ada.viewer, now, '2026-12-14')).figure!.expected).toBeLessThan(kept)
})

test('the reviews of today move the cards at once, and the speed of forgetting from tomorrow on', async () => {
  await reviewAll(9, 3)
  await reviewAll(5, 3)
  const before = await getRecall(ada.viewer, now)
  await reviewAll(0, 3)
  const after = await getRecall(ada.viewer, now)
  expect(after.reviews).toBe(before.reviews)
  expect(after.figure!.expected).toBeGreaterThan(before.figure!.expected)
  expect((await getRecall(ada.viewer, now + dayMs)).reviews).toBe(24)
})

test('an interview that has gone by is none: recall is today’s', async () => {
  expect(await getRecall(ada.viewer, now, '2020-01-01')).toMatchObject({ isInterview: false, day: '2026-11-28' })
})

test('a stranger’s recall does not rest on another person’s reviews', async () => {
  await reviewAll(9, 3)
  await reviewAll(5, 3)
  const eve = await createPerson({}, now)
  expect(await getRecall(eve.viewer, now)).toMatchObject({ cards: 0, reviews: 0, figure: null })
})

test('5,000 cards that are due take less than 50 ms of CPU, and no more are asked than the day holds', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => `many-${index}`)
  db().transaction(() => {
    createReadings(many)
    writeCards(many)
    for (const [index, readingId] of many.entries())
      db()
        .insert(reviewCards)
        .values({
          userId: ada.viewer.id,
          readingId,
          stability: 1 + (index % 97),
          difficulty: 5,
          reviewedAt: now - (100 + index) * 3_600_000,
          dueAt: now - index * 3_600_000,
          reviews: 1,
        })
        .run()
  })
  const measure = async () => {
    const from = process.cpuUsage()
    const [day] = await Promise.all([getReviewDay(ada.viewer, now), getRecall(ada.viewer, now, '2026-12-14')])
    const { user, system } = process.cpuUsage(from)
    expect(day).toMatchObject({ waiting: 5012 })
    expect(day.items).toHaveLength(15)
    return (user + system) / 1000
  }
  const spent = []
  for (let time = 0; time < 5; time++) spent.push(await measure())
  expect(Math.min(...spent)).toBeLessThan(50)
})
