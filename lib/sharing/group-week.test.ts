import { expect, test } from 'vitest'
import type { ScheduledDay } from '#lib/planning/types.ts'
import { redactWeek } from './group-week.ts'

const sitting = (id: string, state: 'todo' | 'done' = 'todo') => ({
  id,
  kind: 'task' as const,
  tier: 'must' as const,
  minutes: 20,
  sitting: 1,
  sittings: 1,
  readingId: null,
  title: id,
  state,
  pinned: false,
})
const day = (date: string, ...items: ScheduledDay['items']): ScheduledDay => ({
  date,
  minutes: 60,
  review: 0,
  buffer: 0,
  items,
})
const days = [
  day('2026-03-01', sitting('last-week')),
  day('2026-03-02', sitting('long', 'done')),
  day('2026-03-04', sitting('long', 'done'), sitting('other')),
  day('2026-03-09', sitting('next-week')),
]
const week = { monday: '2026-03-02', sunday: '2026-03-08' }
const member = (userId: string, shows: 'everything' | 'counts' | 'nothing') => ({ userId, name: userId, shows, days })

test('a week holds what stands in it, each item once', () => {
  const [seen] = redactWeek([member('a', 'everything')], 'me', week)
  expect(seen?.items?.map((item) => [item.itemId, item.date])).toEqual([
    ['long', '2026-03-02'],
    ['other', '2026-03-04'],
  ])
  expect(seen?.counts).toEqual({ done: 1, total: 2 })
})

test('the others see of a week what its owner shows, and everybody sees their own', () => {
  const seen = redactWeek([member('a', 'counts'), member('b', 'nothing'), member('me', 'nothing')], 'me', week)
  expect(seen.map((one) => [one.counts, one.items?.length])).toEqual([
    [{ done: 1, total: 2 }, undefined],
    [null, undefined],
    [{ done: 1, total: 2 }, 2],
  ])
})
