import { expect, test } from 'vitest'
import { readAmount } from './read-amount.ts'

test('an amount is read as people write it, in the base unit of its kind', () => {
  expect(readAmount('1e6')).toBe(1e6)
  expect(readAmount('23,000')).toBe(23_000)
  expect(readAmount('2 billion', 'rate')).toBe(2e9)
  expect(readAmount('4 TB', 'size')).toBe(4e12)
  expect(readAmount('50 ms', 'time')).toBeCloseTo(0.05)
  expect(readAmount('86,400 a day', 'rate')).toBeCloseTo(1)
})

test('nothing, words, and an amount of another kind are none', () => {
  for (const none of ['', 'many', '-5', '0']) expect(readAmount(none)).toBeNull()
  expect(readAmount('4 TB', 'time')).toBeNull()
})
