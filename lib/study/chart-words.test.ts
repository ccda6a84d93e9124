import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayLabel, doneOf, minuteTicks, shortMinutes } from './chart-words.ts'

it('names days and minutes in the few letters that a figure has room for', () => {
  expect(dayLabel('2026-03-04')).toBe('4 Mar')
  expect([45, 60, 210, 1230].map(shortMinutes)).toEqual(['45 min', '1 h', '3.5 h', '21 h'])
  expect(doneOf(95, 180)).toBe('1 h 35 min of 3 h')
  expect(doneOf(95, 0)).toBe('1 h 35 min')
})

it('an axis reaches above what it shows, and has three ticks at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7000 }), (highest) => {
      const ticks = minuteTicks(highest)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest)
      expect(ticks.length).toBeLessThanOrEqual(3)
    }),
  )
})
