import { expect, test } from 'vitest'
import type { ReadingState } from './catalogue-change.ts'
import { diffStates } from './diff-states.ts'

const state = (over: Partial<ReadingState> = {}): ReadingState => ({
  title: 'A',
  url: 'https://x.org/a',
  formerUrls: [],
  delistedOn: null,
  listings: [{ sectionId: 's', topicId: null, title: 'A', introduction: false }],
  ...over,
})
const kinds = (before: ReadingState | null, after: ReadingState) =>
  diffStates(new Map(before ? [['a', before]] : []), new Map([['a', after]])).map(({ kind }) => kind)

test('a reading that stayed as it was is not spoken of', () => {
  expect(kinds(state(), state())).toEqual([])
})

test('each thing that happened to a reading is told by its kind', () => {
  expect(kinds(null, state())).toEqual(['added'])
  expect(kinds(state(), state({ title: 'B', url: 'https://y.org' }))).toEqual(['readdressed', 'renamed'])
  expect(kinds(state(), state({ delistedOn: '2026-01-01' }))).toEqual(['delisted'])
  expect(kinds(state({ delistedOn: '2026-01-01' }), state())).toEqual(['relisted'])
  const elsewhere = [{ sectionId: 's', topicId: 's/t', title: 'A', introduction: false }]
  expect(kinds(state(), state({ listings: elsewhere }))).toEqual(['moved'])
})
