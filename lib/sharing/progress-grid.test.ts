import { expect, test } from 'vitest'
import { mondayOf } from '#lib/planning/days.ts'
import { itemGrid, notCovered, openMembers, soleReaders, weekGrid } from './progress-grid.ts'
import { type MemberProgress, redactProgress, type Shows } from './visibility.ts'

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id.toUpperCase() }))

function member(name: string, shows: Shows, did: Record<string, 'done' | 'skipped'>): MemberProgress {
  const entries = Object.entries(did).map(([itemId, state]) => ({
    itemId,
    state,
    day: '2026-03-04',
    reason: '',
  }))
  return { userId: name, name, role: 'member', shows, entries }
}
const seen = (...members: MemberProgress[]) => redactProgress(members, 'me', mondayOf)

const group = seen(
  member('open', 'everything', { a: 'done', b: 'skipped' }),
  member('counting', 'counts', { c: 'done' }),
  member('me', 'nothing', { a: 'done' }),
)

test('the grid shows done, skipped and to do of those who show it, and hides the rest', () => {
  expect(itemGrid(group, items).map((row) => row.cells)).toEqual([
    ['done', 'hidden', 'done'],
    ['skipped', 'hidden', 'todo'],
    ['todo', 'hidden', 'todo'],
    ['todo', 'hidden', 'todo'],
  ])
  expect(itemGrid(group, items)[0]?.doneBy).toBe(2)
})

test('the weeks show numbers of those who show counts', () => {
  const hidden = seen(member('x', 'nothing', { a: 'done' }))
  expect(weekGrid([...group, ...hidden], ['2026-02-23', '2026-03-02']).map((row) => row.cells)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    null,
  ])
})

test('what nobody covered says nothing about one who shows counts only', () => {
  const without = seen(member('open', 'everything', { a: 'done' }), member('counting', 'counts', {}))
  expect(notCovered(group, items).map((item) => item.id)).toEqual(['b', 'c', 'd'])
  expect(notCovered(without, items)).toEqual(notCovered(group, items))
})

test('a topic that one of them alone has read names that person', () => {
  const readers = seen(
    member('ann', 'everything', { a: 'done', b: 'done', c: 'done' }),
    member('ben', 'everything', { a: 'done', d: 'skipped' }),
    member('cy', 'counts', { c: 'done' }),
  )
  const topics = [
    { id: 't1', title: 'Both', itemIds: ['a'] },
    { id: 't2', title: 'Ann alone', itemIds: ['b', 'c'] },
    { id: 't3', title: 'None', itemIds: ['d'] },
  ]
  expect(soleReaders(readers, topics).map((sole) => [sole.topic.id, sole.member.name, sole.done])).toEqual([
    ['t2', 'ann', 2],
  ])
})

test('one who reads alone is not told to ask themselves', () => {
  const alone = seen(member('me', 'everything', { a: 'done' }), member('cy', 'counts', {}))
  expect(soleReaders(alone, [{ id: 't', title: 'T', itemIds: ['a'] }])).toEqual([])
})

test('guests do not count among those who could show something', () => {
  const guest = { ...member('g', 'everything', {}), role: 'guest' as const }
  expect(openMembers(seen(member('a', 'everything', {}), member('b', 'counts', {}), guest))).toEqual({
    open: 1,
    all: 2,
  })
})
