import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#db/client.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'
import { readings } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setReadersMinutes } from './readers-minutes.ts'
import { setReadingFacts } from './readings.ts'

const now = Date.UTC(2026, 10, 2, 12)
const minutes = () =>
  db()
    .select({ minutes: readings.minutes, basis: readings.minutesBasis })
    .from(readings)
    .where(eq(readings.id, 'a'))
    .get()

beforeEach(async () => {
  await freshDatabase()
  createReadings(['a'], { baseMinutes: 12 })
})

test('three people who timed a reading make its minutes; when one takes the mark off, the estimate is back', async () => {
  const people = await Promise.all([1, 2, 3].map(async () => (await createPerson()).viewer))
  for (const [index, person] of people.slice(0, 2).entries())
    await setMark(person, 'a', { status: 'done', minutesSpent: 20 + index }, now)
  expect(await setReadersMinutes(now)).toBe(0)
  expect(minutes()).toEqual({ minutes: 12, basis: 'rule' })

  await setMark(people[2]!, 'a', { status: 'done', minutesSpent: 90 }, now)
  expect(await setReadersMinutes(now)).toBe(1)
  expect(minutes()).toEqual({ minutes: 21, basis: 'readers' })
  expect(await setReadersMinutes(now)).toBe(0)

  await transaction((tx) => setReadingFacts(tx, 'a', { minutes: 9, minutesBasis: 'stated' }))
  expect(minutes()).toEqual({ minutes: 21, basis: 'readers' })
  await removeMark(people[0]!, 'a', now + 1)
  expect(await setReadersMinutes(now)).toBe(1)
  expect(minutes()).toEqual({ minutes: 9, basis: 'stated' })
})
