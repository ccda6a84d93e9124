import { expect, test } from 'vitest'
import { type Doer, memberItem, type MemberItemRow } from './member-item.ts'
import { reviewOf } from './review.ts'
import { passSummary } from './pass-summary.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const doer: Doer = {
  timeZone: 'UTC',
  rolloverHour: 0,
  pass: 1,
  passStartedAt: at('2026-03-01'),
  since: at('2026-03-01'),
}
const base: MemberItemRow = {
  id: 'i',
  kind: 'read',
  tier: 'must',
  minutes: 20,
  parts: 1,
  phase: 0,
  position: 0,
  readingId: 'r',
  title: 'R',
  createdAt: at('2026-03-01'),
  row: null,
  mark: null,
  pin: null,
}
const stands = (over: Partial<MemberItemRow>, as: Partial<Doer> = {}) =>
  memberItem({ ...base, ...over }, { ...doer, ...as })
const done = (day: string) => ({ status: 'done' as const, updatedAt: at(day) })
const row = (state: 'todo' | 'done' | 'skipped', day: string, minutesSpent: number | null = null) => ({
  state,
  day,
  minutesSpent,
  updatedAt: at(day),
})

test('a reading without a word of one’s own follows its mark', () => {
  expect(stands({})).toMatchObject({ state: 'todo', day: null })
  expect(stands({ mark: done('2026-02-03') })).toMatchObject({ state: 'done', day: '2026-02-03' })
  expect(stands({ mark: { status: 'skipped', updatedAt: at('2026-03-03') } })).toMatchObject({ state: 'skipped' })
  expect(stands({ mark: { status: 'reading', updatedAt: at('2026-03-03') } })).toMatchObject({ state: 'todo' })
})

test('what one said of the item itself holds against the mark', () => {
  expect(stands({ row: row('done', '2026-03-02') })).toMatchObject({ state: 'done', day: '2026-03-02' })
  expect(stands({ row: row('skipped', '2026-03-02'), mark: done('2026-03-09') })).toMatchObject({ state: 'skipped' })
})

test('a long reading that was begun is done once it is marked so later, not by an older mark', () => {
  const begun = row('todo', '2026-03-05', 40)
  expect(stands({ row: begun })).toMatchObject({ state: 'todo', spent: 40, spentOn: '2026-03-05' })
  expect(stands({ row: begun, mark: done('2026-03-06') })).toMatchObject({ state: 'done', day: '2026-03-06' })
  expect(stands({ row: begun, mark: done('2026-03-04') })).toMatchObject({ state: 'todo' })
})

test('in a second pass only marks made since it began count', () => {
  const second = { pass: 2, passStartedAt: at('2026-04-01') }
  expect(stands({ mark: done('2026-03-20') }, second).state).toBe('todo')
  expect(stands({ mark: done('2026-04-02') }, second).state).toBe('done')
})

test('a card, drill or task does not follow the mark of a reading', () => {
  for (const kind of ['card', 'drill', 'task'] as const)
    expect(stands({ kind, mark: done('2026-03-02') }).state).toBe('todo')
})

test('an item that came in later knows since when; those of the beginning do not', () => {
  expect(stands({ createdAt: at('2026-03-04') }).addedOn).toBe('2026-03-04')
  expect(stands({}).addedOn).toBeNull()
})

test('what was read 1, 3 and 7 days ago is worth going over, the newest first', () => {
  const read = (id: string, day: string) => ({ ...stands({ id, mark: done(day) }), id })
  const items = [read('a', '2026-03-03'), read('b', '2026-03-07'), read('c', '2026-03-09'), read('d', '2026-03-08')]
  expect(reviewOf(items, '2026-03-10').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

test('a pass adds up what was done in it', () => {
  const items = [
    stands({ mark: done('2026-03-02') }),
    stands({ mark: done('2026-03-04') }),
    stands({ kind: 'mock', minutes: 45, row: row('done', '2026-03-04') }),
    stands({ row: row('skipped', '2026-03-05') }),
    stands({}),
  ]
  const settings = { startDate: '2026-03-01', targetDate: null, weekdayMinutes: [], daysOff: [], timeZone: 'UTC' }
  expect(passSummary(items, settings, 200)).toMatchObject({
    firstDay: '2026-03-02',
    lastDay: '2026-03-04',
    studyDays: 2,
    doneMinutes: 125,
    done: { read: 2, mock: 1, drill: 0 },
    skipped: 1,
    left: 1,
  })
})
