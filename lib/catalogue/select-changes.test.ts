import { expect, test } from 'vitest'
import type { Change, Listing } from './catalogue-change.ts'
import { selectChanges } from './select-changes.ts'

const at = (topicId: string, title: string): Listing[] => [{ sectionId: 's', topicId, title, introduction: false }]
const changes: Change[] = [
  { kind: 'moved', readingId: 'a', before: { listings: at('s/1', 'A') }, after: { listings: at('s/2', 'A') } },
  { kind: 'renamed', readingId: 'a', before: { listings: at('s/2', 'A') }, after: { listings: at('s/2', 'B') } },
  { kind: 'renamed', readingId: 'b', before: { listings: at('s/1', 'B') }, after: { listings: at('s/1', 'C') } },
  { kind: 'readdressed', readingId: 'a', before: { url: 'u' }, after: { url: 'v' } },
]
const left = (selection: Parameters<typeof selectChanges>[1]) =>
  selectChanges(changes, selection).map(({ kind, readingId }) => `${kind} ${readingId}`)

test('a reading that is skipped keeps all it has', () => {
  expect(left({ skip: new Set(['a']) })).toEqual(['renamed b'])
})

test('without moves, titles that came with a move stay behind, because they hold the new place', () => {
  expect(left({ without: new Set(['moved']) })).toEqual(['renamed b', 'readdressed a'])
})

test('nothing left out is everything', () => {
  expect(left({})).toHaveLength(4)
})
