import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkState } from './link-state.ts'

const fresh = { expiresAt: null, maxUses: null, uses: 0, revokedAt: null }

test('a link without limits is live, however many joined by it', () => {
  expect(linkState({ ...fresh, uses: 10_000 }, 5)).toBe('live')
})

test('a link is dead from the very millisecond of its expiry', () => {
  expect(linkState({ ...fresh, expiresAt: 1000 }, 999)).toBe('live')
  expect(linkState({ ...fresh, expiresAt: 1000 }, 1000)).toBe('expired')
})

test('a link of ten uses takes the tenth person and not the eleventh', () => {
  expect(linkState({ ...fresh, maxUses: 10, uses: 9 }, 0)).toBe('live')
  expect(linkState({ ...fresh, maxUses: 10, uses: 10 }, 0)).toBe('used-up')
})

test('a dead link never comes back to life as time goes by and people join', () => {
  const facts = fc.record({
    expiresAt: fc.option(fc.nat(1000)),
    maxUses: fc.option(fc.integer({ min: 1, max: 20 })),
    uses: fc.nat(25),
    revokedAt: fc.option(fc.nat(1000)),
  })
  fc.assert(
    fc.property(facts, fc.nat(1500), fc.nat(500), fc.nat(5), (link, now, later, more) => {
      if (linkState(link, now) === 'live') return
      expect(linkState({ ...link, uses: link.uses + more }, now + later)).not.toBe('live')
    }),
  )
})
