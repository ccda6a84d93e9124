import { expect, test } from 'vitest'
import { dayFrom, longDay, minutesInWords, paceInWords, shortDay, tiersInWords } from './words.ts'

test('days read as a person says them, with the year where it is another', () => {
  expect(shortDay('2026-05-14')).toBe('Thu 14 May')
  expect(shortDay('2027-05-14', '2026-12-31')).toBe('Fri 14 May 2027')
  expect(longDay('2026-05-14')).toBe('Thursday 14 May')
})

test('a day is named from today: by a word, a weekday within a week, a date after', () => {
  const from = (day: string) => dayFrom(day, '2026-05-14')
  expect(['2026-05-14', '2026-05-15', '2026-05-13', '2026-05-18', '2026-05-21', '2027-01-01'].map(from)).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    'Monday',
    'Thu 21 May',
    'Fri 1 Jan 2027',
  ])
})

test('minutes, tiers and pace read as short sentences', () => {
  expect(minutesInWords([60, 60, 0, 60, 60, 0, 0])).toBe('60 minutes a day')
  expect(minutesInWords([30, 60, 0, 90, 0, 0, 0])).toBe('30 to 90 minutes a day')
  expect(tiersInWords([{ tier: 'should' }, { tier: 'could' }, { tier: 'could' }])).toBe('2 could and 1 should items')
  expect(tiersInWords([{ tier: 'could' }])).toBe('1 could item')
  expect(paceInWords({ state: 'on-track', days: -0.4 })).toBe('On track')
  expect(paceInWords({ state: 'behind', days: -2 })).toBe('2 study days behind')
  expect(paceInWords({ state: 'ahead', days: 1.2 })).toBe('1 study day ahead')
})
