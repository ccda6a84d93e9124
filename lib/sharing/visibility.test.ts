import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mondayOf } from '#lib/planning/days.ts'
import { type MemberProgress, redactProgress, showsChoices } from './visibility.ts'

const ada: MemberProgress = {
  userId: 'ada',
  name: 'Ada',
  role: 'owner',
  shows: 'counts',
  entries: [
    { itemId: 'i1', state: 'done', day: '2026-03-04', reason: '' },
    { itemId: 'i2', state: 'done', day: '2026-03-08', reason: '' },
    { itemId: 'i3', state: 'skipped', day: '2026-03-09', reason: 'too easy' },
    { itemId: 'i4', state: 'done', day: null, reason: '' },
  ],
}

test('a member who shows counts is seen as numbers, by the owner too', () => {
  const [seen] = redactProgress([ada], 'bob', mondayOf)
  expect(seen).toMatchObject({
    shows: 'counts',
    entries: null,
    counts: { done: 3, skipped: 1, doneByWeek: { '2026-03-02': 2 } },
  })
})

test('a member who shows nothing is seen by name and role alone', () => {
  const [seen] = redactProgress([{ ...ada, shows: 'nothing' }], 'bob', mondayOf)
  expect(seen).toEqual({
    userId: 'ada',
    name: 'Ada',
    role: 'owner',
    self: false,
    shows: 'nothing',
    counts: null,
    entries: null,
  })
})

test('one sees everything of oneself, whatever the others see', () => {
  const [seen] = redactProgress([{ ...ada, shows: 'nothing' }], 'ada', mondayOf)
  expect(seen?.self).toBe(true)
  expect(seen?.entries).toHaveLength(4)
})

test('nobody ever sees a reason for skipping, nor an item of one who hides them', () => {
  const entry = fc.record({
    itemId: fc.uuid().map((id) => `item-${id}`),
    state: fc.constantFrom('todo' as const, 'done' as const, 'skipped' as const),
    day: fc.option(fc.constantFrom('2026-03-04', '2026-12-31', '2028-02-29')),
    reason: fc.uuid().map((id) => `reason-${id}`),
  })
  const member = fc.record({
    userId: fc.uuid(),
    name: fc.constant('A'),
    role: fc.constantFrom('owner' as const, 'member' as const),
    shows: fc.constantFrom(...showsChoices),
    entries: fc.array(entry, { maxLength: 8 }),
  })
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 5 }), fc.nat(5), (members, who) => {
      const viewer = members[who]?.userId ?? 'stranger'
      const seen = redactProgress(members, viewer, mondayOf)
      const sent = JSON.stringify(seen)
      for (const { userId, shows, entries } of members)
        for (const { reason, itemId } of entries) {
          expect(sent).not.toContain(reason)
          if (shows !== 'everything' && userId !== viewer) expect(sent).not.toContain(itemId)
        }
      for (const one of seen)
        if (one.counts && one.entries)
          expect(one.counts.done).toBe(one.entries.filter((e) => e.state === 'done').length)
    }),
  )
})
