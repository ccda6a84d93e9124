import { expect, it } from 'vitest'
import { studyWeek, studyWeeks } from './weeks.ts'

// 2026-03-02 is a Monday.
const minutes = new Map([
  ['2026-03-01', 10],
  ['2026-03-02', 20],
  ['2026-03-08', 30],
  ['2026-03-09', 40],
])

it('a week runs from Monday to Sunday, and this one comes last', () => {
  expect(studyWeeks(minutes, new Map(), '2026-03-10', 3)).toEqual([
    { monday: '2026-02-23', minutes: 10, days: 1, plannedMinutes: 0 },
    { monday: '2026-03-02', minutes: 50, days: 2, plannedMinutes: 0 },
    { monday: '2026-03-09', minutes: 40, days: 1, plannedMinutes: 0 },
  ])
})

it('a week shows what the plan asks of all its days', () => {
  const planned = new Map(['10', '11', '12'].map((day) => [`2026-03-${day}`, 30]))
  expect(studyWeeks(minutes, planned, '2026-03-10', 1)[0]?.plannedMinutes).toBe(90)
})

it('this week has seven days, each with what was planned and what was studied', () => {
  const week = studyWeek(minutes, new Map([['2026-03-03', 30]]), '2026-03-04')
  expect(week.map((day) => day.day.slice(8))).toEqual(['02', '03', '04', '05', '06', '07', '08'])
  expect(week.map((day) => day.minutes)).toEqual([20, 0, 0, 0, 0, 0, 30])
  expect(week.map((day) => day.plannedMinutes)).toEqual([0, 30, 0, 0, 0, 0, 0])
})
