import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeOrder } from './merge-order.ts'

test('new ones stand behind those that come before them in the list', () => {
  expect(mergeOrder(['a', 'b', 'c'], ['x', 'a', 'y', 'z', 'c', 'w'])).toEqual(['x', 'a', 'y', 'z', 'b', 'c', 'w'])
})

test('whatever the list says, the present ones keep their order, and none is lost or doubled', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 })
  fc.assert(
    fc.property(ids, fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 40 }), (present, wanted) => {
      const merged = mergeOrder(present, wanted)
      const known = new Set(present)
      expect(merged.filter((id) => known.has(id))).toEqual(present)
      expect(new Set(merged)).toEqual(new Set([...present, ...wanted]))
      expect(new Set(merged).size).toBe(merged.length)
    }),
  )
})
