import { expect, it } from 'vitest'
import { changed } from './use-lists.ts'
import type { Lists } from '#lib/api/lists.ts'

const lists: Lists = { items: [{ id: 'one', title: 'One', readingIds: ['a', 'b'] }], queue: ['a', 'b'] }

it('lists look changed at once as the server will have them, and the same when sent twice', () => {
  const changes = [
    { kind: 'set', listId: 'two', title: 'Two' },
    { kind: 'set', listId: 'one', title: 'Uno' },
    { kind: 'add', listId: 'one', readingId: 'c' },
    { kind: 'take-off', listId: 'one', readingId: 'a' },
    { kind: 'order', listId: 'one', readingIds: ['b', 'a'] },
    { kind: 'order', listId: 'queue', readingIds: ['b', 'a'] },
    { kind: 'remove', listId: 'one' },
  ] as const
  const after = changes.map((change) => changed(lists, { ...change, readingIds: ['b', 'a'] } as never))
  expect(
    after.map(({ items, queue }) => [items.map(({ title, readingIds }) => `${title}:${readingIds}`), queue.join()]),
  ).toEqual([
    [['One:a,b', 'Two:'], 'a,b'],
    [['Uno:a,b'], 'a,b'],
    [['One:a,b,c'], 'a,b'],
    [['One:b'], 'a,b'],
    [['One:b,a'], 'a,b'],
    [['One:a,b'], 'b,a'],
    [[], 'a,b'],
  ])
  for (const change of changes)
    expect(changed(changed(lists, change as never), change as never)).toEqual(changed(lists, change as never))
})
