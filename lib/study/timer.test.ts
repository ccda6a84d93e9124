import fc from 'fast-check'
import { expect, it } from 'vitest'
import { elapsedOf, LONGEST_STRETCH_MS, minutesOnTimer, timerInWords } from './timer.ts'

it('a timer that runs counts on from what earlier stretches took, and one left alone stops counting after four hours', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 2 * LONGEST_STRETCH_MS }), (elapsedMs, later) => {
      const runs = { elapsedMs, startedAt: 1000 }
      expect(elapsedOf(runs, 1000 + later)).toBe(elapsedMs + Math.min(later, LONGEST_STRETCH_MS))
      expect(elapsedOf({ elapsedMs, startedAt: null }, 1000 + later)).toBe(elapsedMs)
    }),
  )
})

it('a clock that is behind takes nothing off', () => {
  expect(elapsedOf({ elapsedMs: 60_000, startedAt: 5000 }, 1000)).toBe(60_000)
})

it('minutes are whole, and at least one', () => {
  expect(minutesOnTimer({ elapsedMs: 3000, startedAt: null }, 0)).toBe(1)
  expect(minutesOnTimer({ elapsedMs: 754_000, startedAt: null }, 0)).toBe(13)
})

it('is shown as a clock is', () => {
  expect([0, 245_000, 3_845_000].map(timerInWords)).toEqual(['0:00', '4:05', '1:04:05'])
})
