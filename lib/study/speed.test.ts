import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownMinutes, readingSpeed, speedInWords } from './speed.ts'

const times = (count: number, spent: number) => Array.from({ length: count }, () => ({ spent, estimated: 10 }))

describe('a speed in words', () => {
  it('says how many times the estimate, and from how much', () => {
    expect(speedInWords(130, 12)).toBe('Readings take you 1.3 times the estimate, from your last 12 timed ones.')
    expect(speedInWords(75, 1)).toBe('Readings take you 0.75 times the estimate, from the one that you timed.')
    expect(speedInWords(100, 5)).toBe('Readings take you as long as estimated, from your last 5 timed ones.')
    expect(speedInWords(100, 0)).toContain('Nothing is timed yet')
  })
})

describe("a person's own speed", () => {
  it('is as estimated before anything was timed', () => {
    expect(readingSpeed([])).toBe(100)
  })

  it('comes to what they need once they timed more readings than are imagined', () => {
    expect(readingSpeed(times(1, 20))).toBe(100)
    expect(readingSpeed(times(3, 20))).toBe(150)
    expect(readingSpeed(times(4, 20))).toBe(200)
    expect(readingSpeed(times(8, 7))).toBe(70)
  })

  it('does not follow a tab that was left open overnight', () => {
    expect(readingSpeed([...times(9, 12), { spent: 600, estimated: 10 }])).toBe(120)
  })

  it('begins from the speed that they set themselves', () => {
    expect(readingSpeed([], 150)).toBe(150)
    expect(readingSpeed(times(2, 30), 150)).toBe(150)
    expect(readingSpeed(times(4, 30), 150)).toBe(300)
  })

  it('follows the latest fifty', () => {
    expect(readingSpeed([...times(50, 5), ...times(500, 20)])).toBe(50)
  })

  it('stays within bounds, and a slower reading never makes anybody faster', () => {
    const timed = fc.record({ spent: fc.integer({ min: 0, max: 2000 }), estimated: fc.integer({ min: 0, max: 700 }) })
    fc.assert(
      fc.property(
        fc.array(timed, { minLength: 1, maxLength: 49 }),
        fc.nat(),
        fc.integer({ min: 1, max: 900 }),
        (all, n, more) => {
          const speed = readingSpeed(all)
          expect(speed).toBeGreaterThanOrEqual(25)
          expect(speed).toBeLessThanOrEqual(400)
          const at = n % all.length
          const slower = all.map((one, index) =>
            index === at && one.spent > 0 ? { ...one, spent: one.spent + more } : one,
          )
          expect(readingSpeed(slower)).toBeGreaterThanOrEqual(speed)
        },
      ),
    )
  })

  it('scales an estimate, and never to nothing', () => {
    expect(ownMinutes(12, 150)).toBe(18)
    expect(ownMinutes(1, 25)).toBe(1)
    expect(ownMinutes(0, 200)).toBe(0)
  })
})
