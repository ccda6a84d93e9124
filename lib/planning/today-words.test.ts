import { expect, test } from 'vitest'
import type { TodayPlan } from '#lib/api/plan-answers.ts'
import { dayFigures, dayInWords, standingInWords } from './today-words.ts'

const item = (state: 'todo' | 'done' | 'skipped', todayMinutes: number, sittingDone = false) => ({
  state,
  todayMinutes,
  sittingDone,
})

test('a day says what is to do, then what is left, then what it took', () => {
  const day = [item('todo', 20), item('todo', 25)]
  expect(dayInWords(dayFigures(day))).toBe('2 to do, 45 min')
  expect(dayInWords(dayFigures([item('done', 20), item('todo', 25)]))).toBe('1 of 2 done, 25 min left')
  expect(dayInWords(dayFigures([item('done', 20), item('todo', 25, true)]))).toBe('2 of 2 done, 45 min')
})

test('what was skipped is no part of the day', () => {
  expect(dayInWords(dayFigures([item('skipped', 20), item('todo', 25)]))).toBe('1 to do, 25 min')
  expect(dayInWords(dayFigures([item('skipped', 20)]))).toBe('Nothing to do')
})

const plan = (over: Partial<TodayPlan>): TodayPlan => ({
  id: 'a',
  title: 'A',
  today: '2026-11-28',
  firstDay: '2026-11-02',
  nextDay: '2026-11-30',
  targetDate: null,
  endDate: '2026-12-19',
  pace: { state: 'on-track', days: 0, minutes: 0, dueMinutes: 0, doneMinutes: 0 },
  minutes: 60,
  review: 0,
  left: 100,
  completed: false,
  repairs: [],
  late: 0,
  ...over,
})

test('the next interview and the slowest plan stand in the line', () => {
  const today = '2026-11-28'
  expect(standingInWords({ today, plans: [] })).toBe('')
  expect(standingInWords({ today, plans: [plan({ targetDate: '2026-12-19' })] })).toBe(
    'Interview in 21 days · on track',
  )
  const behind = plan({ pace: { state: 'behind', days: -3, minutes: -180, dueMinutes: 180, doneMinutes: 0 } })
  expect(standingInWords({ today, plans: [plan({ targetDate: '2026-11-29' }), behind] })).toBe(
    'Interview tomorrow · 3 study days behind',
  )
  expect(standingInWords({ today, plans: [plan({ targetDate: '2026-11-29', completed: true })] })).toBe('')
})

test('a plan that has not begun says when it does', () => {
  expect(standingInWords({ today: '2026-11-28', plans: [plan({ firstDay: '2026-11-30' })] })).toBe('Starts Monday')
})
