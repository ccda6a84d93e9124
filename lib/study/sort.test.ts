import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedByKey, placed, placeOf, type SortGroup } from './sort.ts'

const groups: SortGroup[] = [
  { id: 'one', ids: ['a', 'b'] },
  { id: 'two', ids: [] },
  { id: 'three', ids: ['c'] },
]
const idsOf = (some: readonly SortGroup[] | null) => some?.map(({ ids }) => ids.join(''))

describe('moving by keys', () => {
  it('goes one place up or down, and past the end of a list into the next', () => {
    expect(idsOf(movedByKey(groups, 'a', 'ArrowDown'))).toEqual(['ba', '', 'c'])
    expect(idsOf(movedByKey(groups, 'b', 'ArrowDown'))).toEqual(['a', 'b', 'c'])
    expect(idsOf(movedByKey(groups, 'c', 'ArrowUp'))).toEqual(['ab', 'c', ''])
  })

  it('goes to the ends of a list', () => {
    expect(idsOf(movedByKey(groups, 'b', 'Home'))).toEqual(['ba', '', 'c'])
    expect(idsOf(movedByKey(groups, 'a', 'End'))).toEqual(['ba', '', 'c'])
  })

  it('moves nothing at the ends of everything, nor by another key', () => {
    expect(movedByKey(groups, 'a', 'ArrowUp')).toBeNull()
    expect(movedByKey(groups, 'c', 'ArrowDown')).toBeNull()
    expect(movedByKey(groups, 'a', 'x')).toBeNull()
    expect(movedByKey(groups, 'nowhere', 'ArrowUp')).toBeNull()
  })
})

it('wherever an entry is put, it stands there, and nothing is lost or doubled', () => {
  const all = ['a', 'b', 'c']
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(2), fc.nat(3), (id, group, at) => {
      const next = placed(groups, id, group, at)
      expect(next.flatMap(({ ids }) => ids).toSorted()).toEqual(all)
      expect(placeOf(next, id).group).toBe(group)
      expect(placeOf(next, id).at).toBe(Math.min(at, next[group]!.ids.length - 1))
    }),
  )
})
