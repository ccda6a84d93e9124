import { expect, test } from 'vitest'
import { proposeTiers } from './propose-tiers.ts'

test('a short plan of one’s own is all must', () => {
  expect([...proposeTiers([['a', 'b'], ['c']]).values()]).toEqual(['must', 'must', 'must'])
})

test('under each heading of a longer one the first third is must and the last could', () => {
  const tiers = proposeTiers([['a', 'b', 'c'], ['d', 'e', 'f', 'a'], ['g']])
  expect(Object.fromEntries(tiers)).toEqual({
    a: 'must',
    b: 'should',
    c: 'could',
    d: 'must',
    e: 'should',
    f: 'could',
    g: 'must',
  })
})
