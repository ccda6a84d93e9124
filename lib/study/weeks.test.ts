import { expect, it } from 'vitest'
import { studyWeeks } from './weeks.ts'

// 2026-03-02 is a Monday.
const minutes = new Map([
  ['2026-03-01', 10],
  ['2026-03-02', 20],
  ['2026-03-08', 30],
  ['2026-03-09', 40],
])

it('a week runs from Monday to Sunday, and this one comes last', () => {
  expect(studyWeeks(minutes, [], '2026-03-10', 3)).toEqual([
    { monday: '2026-02-23', minutes: 10, days: 1, plannedMinutes: 0 },
    { monday: '2026-03-02', minutes: 50, days: 2, plannedMinutes: 0 },
    { monday: '2026-03-09', minutes: 40, days: 1, plannedMinutes: 0 },
  ])
})

it('a week shows what the plan asks of all its days', () => {
  const plan = { from: '2026-03-10', to: '2026-03-12', weekdayMinutes: [30, 30, 30, 30, 30, 0, 0], daysOff: [] }
  expect(studyWeeks(minutes, [plan], '2026-03-10', 1)[0]?.plannedMinutes).toBe(90)
})
