import { expect, test } from 'vitest'
import { burnAxis } from './burn-axis.ts'
import type { BurnUp } from './burn-up.ts'

const burnUp = (paceEnd: string | null): BurnUp => ({
  totalMinutes: 600,
  points: [
    { date: '2026-11-01', planned: 0, done: 0 },
    { date: '2026-11-12', planned: 300, done: 60 },
    { date: '2026-11-28', planned: 600, done: null },
  ],
  paceEnd,
  paceMinutes: 6,
})

test('the picture begins where the plan does, and ends with its interview', () => {
  const { at, span, end, pace } = burnAxis(burnUp(null), '2026-11-02', '2026-12-01')
  expect(at('2026-11-01')).toBe(0)
  expect(at('2026-11-02')).toBe(1)
  expect({ span, end, pace }).toEqual({ span: 30, end: '2026-12-01', pace: null })
})

test('a slow pace does not squeeze the plan: its line is cut on its way', () => {
  const { span, at, pace } = burnAxis(burnUp('2027-11-01'), '2026-11-02', '2026-12-01')
  expect(at('2026-12-01') / span).toBeGreaterThan(0.75)
  expect(pace).toMatchObject({ goesOn: true })
  expect(pace!.minutes).toBeGreaterThan(60)
  expect(pace!.minutes).toBeLessThan(120)
})

test('a pace that ends in the picture ends at all the minutes', () => {
  const { pace, end } = burnAxis(burnUp('2026-12-04'), '2026-11-02', '2026-12-01')
  expect(end).toBe('2026-12-04')
  expect(pace).toEqual({ day: '2026-12-04', minutes: 600, goesOn: false })
  expect(burnAxis(burnUp('2026-11-20'), '2026-11-02', '2026-12-01').pace?.day).toBe('2026-11-20')
})
