import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moved } from './move.ts'

it('moves an entry and keeps the order of the others', () => {
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a'])
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat()),
      fc.integer({ min: -2, max: 12 }),
      fc.integer({ min: -2, max: 12 }),
      (all, from, to) => {
        const after = moved(all, from, to)
        expect(after.toSorted()).toEqual(all.toSorted())
        const rest = all.filter((_, index) => index !== from)
        expect(after.filter((one) => one !== all[from])).toEqual(from in all ? rest : all)
      },
    ),
  )
})
