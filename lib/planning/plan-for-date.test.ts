import { expect, test } from 'vitest'
import { planForDate } from './plan-for-date.ts'

const plan = (id: string, days: number, mock = 1) => ({ id, days, kinds: { mock } })
const plans = [plan('eight', 56), plan('one', 7), plan('slow', 28, 0), plan('four', 28)]
const idFor = (date: string) => planForDate(plans, '2026-11-28', date)?.id

test('somebody gets the longest interview plan that their days have room for', () => {
  expect(idFor('2026-12-05')).toBe('one')
  expect(idFor('2026-12-25')).toBe('one')
  expect(idFor('2026-12-26')).toBe('four')
  expect(idFor('2027-01-22')).toBe('four')
  expect(idFor('2027-01-23')).toBe('eight')
  expect(idFor('2028-01-01')).toBe('eight')
})

test('somebody whose interview is in three days gets the shortest', () => {
  expect(idFor('2026-12-01')).toBe('one')
})

test('without an interview plan there is none', () => {
  expect(planForDate([plan('slow', 28, 0)], '2026-11-28', '2026-12-20')).toBeNull()
})
