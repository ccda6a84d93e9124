import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctionFrom, TRUSTED_WITHIN_MS } from './clock.ts'

const header = (at: number) => new Date(Math.floor(at / 1000) * 1000).toUTCString()
const base = Date.UTC(2026, 10, 28, 12)

describe('a device’s clock', () => {
  it('that is right stays as it is, however the seconds fall and however long the way takes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 4000 }), (later, trip) => {
        const at = base + later
        expect(correctionFrom(header(at + trip / 2), at, at + trip)).toBe(0)
      }),
    )
  })

  it('that is minutes or days off is set right to within what the header and the way leave open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900_000_000, max: 900_000_000 }).filter((off) => Math.abs(off) > 10_000),
        fc.nat({ max: 4000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (off, trip, share) => {
          const sentAt = base - off
          const offset = correctionFrom(header(base + trip * share), sentAt, sentAt + trip)
          expect(Math.abs(offset! - off)).toBeLessThanOrEqual(TRUSTED_WITHIN_MS + trip)
        },
      ),
    )
  })

  it('learns nothing from an answer without a date, or one that took too long', () => {
    expect(correctionFrom(null, 0, 10)).toBeNull()
    expect(correctionFrom('soon', 0, 10)).toBeNull()
    expect(correctionFrom(header(base), base, base + 20_000)).toBeNull()
  })
})
