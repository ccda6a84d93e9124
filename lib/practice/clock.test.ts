import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockInDigits, lookedAt, mostSeconds, secondsOn, toggled } from './clock.ts'

test('a clock that is set back never takes time away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostSeconds }), fc.integer(), fc.integer(), (seconds, since, now) => {
      const shown = secondsOn({ seconds, since }, now)
      expect(shown).toBeGreaterThanOrEqual(seconds)
      expect(shown).toBeLessThanOrEqual(mostSeconds)
    }),
  )
})

test('whoever looks at a running clock sees it go forward, whatever the device takes for the time', () => {
  const steps = fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { maxLength: 20 })
  fc.assert(
    fc.property(steps, (times) => {
      let clock = { seconds: 0, since: 0 as number | null }
      let shown = 0
      for (const now of times) {
        clock = lookedAt(clock, shown, now)
        const next = secondsOn(clock, now)
        expect(next).toBeGreaterThanOrEqual(shown)
        shown = next
      }
    }),
  )
})

test('a paused clock stands, and goes on from where it stood', () => {
  const paused = toggled({ seconds: 10, since: 1000 }, 6000)
  expect(paused).toEqual({ seconds: 15, since: null })
  expect(secondsOn(paused, 99_000)).toBe(15)
  expect(secondsOn(toggled(paused, 100_000), 101_000)).toBe(16)
})

test('a lid that was closed for five minutes counts as five minutes', () => {
  expect(secondsOn({ seconds: 60, since: 1_000_000 }, 1_300_000)).toBe(360)
})

test('minutes and seconds are two digits each', () => {
  expect(clockInDigits(450)).toBe('07:30')
  expect(clockInDigits(4000)).toBe('66:40')
})
