import { expect, test } from 'vitest'
import { momentInWords } from './moments.ts'

const at = Date.parse('2026-03-04T23:30:00Z')

test('a moment is told in the reader’s own zone, its year only where it is another one', () => {
  expect(momentInWords(at, at, 'UTC')).toBe('Wed 4 March, 23:30')
  expect(momentInWords(at, at, 'Asia/Tokyo')).toBe('Thu 5 March, 08:30')
  expect(momentInWords(at, Date.parse('2027-01-01'), 'UTC')).toBe('Wed 4 March 2026, 23:30')
})
