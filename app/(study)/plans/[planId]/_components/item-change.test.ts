import { expect, test } from 'vitest'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import { itemChange } from './item-change.ts'

const words = { title: 'A drill', reason: 'small', prompt: 'Draw it', remark: '' }
const item = { ...words, tier: 'should', minutes: 20, phaseId: 'one', pin: null } as unknown as PlanItemDetail
const form = (over: Record<string, string> = {}) => {
  const data = new FormData()
  const fields = { ...words, tier: 'should', minutes: '20', phaseId: 'one', pin: '', ...over }
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a form that nobody touched changes nothing', () => {
  expect(itemChange(item, form(), words, words)).toEqual({})
})

test('only what was changed is sent, with the words that it was written on', () => {
  expect(itemChange(item, form({ title: 'Another', minutes: '25', tier: 'must', phaseId: '' }), words, words)).toEqual({
    title: 'Another',
    was: { title: 'A drill' },
    minutes: 25,
    tier: 'must',
    phaseId: null,
  })
})

test('after a conflict one’s own words go in, and what somebody else changed beside them stays', () => {
  const theirs = { ...words, title: 'Theirs', reason: 'theirs too' }
  expect(itemChange(item, form({ title: 'Mine' }), words, theirs)).toEqual({ title: 'Mine', was: { title: 'Theirs' } })
})
