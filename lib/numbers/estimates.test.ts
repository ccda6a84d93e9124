import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds, leastRanges, missOf, scoreRanges } from './estimates.ts'

const positive = fc.double({ min: 1e-6, max: 1e18, noNaN: true })
const range = fc.tuple(positive, positive, positive).map(([a, b, value]) => ({
  low: Math.min(a, b),
  high: Math.max(a, b),
  value,
}))

test('a range is scored on orders of magnitude: 100 to 1,000 is one wide, and misses 10,000 by one', () => {
  const ranges = Array.from({ length: leastRanges }, () => ({ low: 100, high: 1000, value: 10_000 }))
  expect(scoreRanges(ranges)).toEqual({ ranges: 10, held: 0, width: 1 })
  expect(missOf(ranges[0]!)).toBeCloseTo(1)
})

test('nothing is said below ten ranges', () => expect(scoreRanges([{ low: 1, high: 2, value: 1 }])).toBeNull())

test('a range holds the truth exactly when it misses it by nothing', () => {
  fc.assert(
    fc.property(range, (one) => {
      expect(holds(one)).toBe(missOf(one) === 0)
    }),
  )
})
