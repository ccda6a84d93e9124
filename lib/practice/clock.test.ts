import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockInDigits, mostSeconds, secondsOn, toggled } from './clock.ts'

test('a clock that is set back never takes time away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostSeconds }), fc.integer(), fc.integer(), (seconds, since, now) => {
      const shown = secondsOn({ seconds, since }, now)
      expect(shown).toBeGreaterThanOrEqual(seconds)
      expect(shown).toBeLessThanOrEqual(mostSeconds)
    }),
  )
})

test('a paused clock stands, and goes on from where it stood', () => {
  const paused = toggled({ seconds: 10, since: 1000 }, 6000)
  expect(paused).toEqual({ seconds: 15, since: null })
  expect(secondsOn(paused, 99_000)).toBe(15)
  expect(secondsOn(toggled(paused, 100_000), 101_000)).toBe(16)
})

test('minutes and seconds are two digits each', () => {
  expect(clockInDigits(450)).toBe('07:30')
  expect(clockInDigits(4000)).toBe('66:40')
})
