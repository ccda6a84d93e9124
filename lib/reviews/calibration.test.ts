import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate, leastOfTopic, surestAndWrong, type Told } from './calibration.ts'

const told = fc
  .record({
    topic: fc.constantFrom('Cache', 'Queue', 'Shard'),
    reviews: fc.integer({ min: 1, max: 9 }),
    confidence: fc.integer({ min: 1, max: 5 }),
    recalled: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ topic, reviews, confidence, recalled }): Told => ({
    topic,
    reviews,
    confidence: confidence * reviews,
    recalled: Math.round(recalled * reviews),
  }))

test('who says 5 each time and recalls half is shown sure of all and right in half', () => {
  expect(calibrate([{ topic: 'Cache', reviews: 8, confidence: 40, recalled: 4 }])).toEqual([
    { topic: 'Cache', reviews: 8, said: 1, known: 0.5 },
  ])
})

test('a topic with fewer than five reviews is not shown', () => {
  expect(calibrate([{ topic: 'Cache', reviews: 4, confidence: 20, recalled: 0 }])).toEqual([])
})

test('both shares lie between nothing and all, whatever the reviews, and rest on enough of them', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 20 }), (rows) => {
      for (const { said, known, reviews } of calibrate(rows)) {
        expect(reviews).toBeGreaterThanOrEqual(leastOfTopic)
        for (const share of [said, known]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      }
    }),
  )
})

test('the three topics where one is surest and wrong come worst first, and none where one is right to be sure', () => {
  const topics = [0.1, 0.5, 0.3, 0.9, 0.2].map((known, index) => ({
    topic: `topic ${index}`,
    reviews: 9,
    said: 0.5,
    known,
  }))
  expect(surestAndWrong(topics).map(({ topic }) => topic)).toEqual(['topic 0', 'topic 4', 'topic 2'])
})
