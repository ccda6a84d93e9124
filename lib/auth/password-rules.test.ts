import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { passwordProblem } from './password-rules.ts'

test.each([
  'lantern orbit quill 7',
  'Tr0ub4dor&3xylem',
  'summer rain over berlin',
  'вечерний поезд 42',
  '夜明け前の電車に乗る人々のうた',
  'x7#kQ!pL0v@z9wR',
])('a person may use %s', (password) => {
  expect(passwordProblem(password, ['Ada Lovelace', 'ada@example.org'])).toBeNull()
})

test.each([
  ['', 'at least 15'],
  ['fourteenchars1', 'at least 15'],
  ['😀😀😀😀😀😀😀😀', 'at least 15'],
  ['password123456789', 'tried first'],
  ['Password12345678!', 'tried first'],
  ['1qaz2wsx3edc4rfv', 'tried first'],
  ['1q2w3e4r5t6y7u8i', 'tried first'],
  ['welcome2026loadpath', 'tried first'],
  ['summer-winter-2024!', 'tried first'],
  ['qwertyuiop123456', 'pattern'],
  ['123456789012345', 'pattern'],
  ['09876543210987', 'at least 15'],
  ['ABCDEFGHIJKLmnop', 'pattern'],
  ['aaaaaaaaaaaaaaa', 'repeats'],
  ['abababababababab', 'repeats'],
  ['banana banana banana', 'repeats'],
  ['s3cr3ts3cr3ts3cr3t', 'pattern'],
  ['asdfghjkl asdfghjkl', 'pattern'],
  ['adalovelace12345', 'your name'],
  ['Ada.Lovelace.12', 'your name'],
  ['ada@example.org1', 'your name'],
  ['a'.repeat(100) + 'bcdefg'.repeat(20), 'at most 200'],
])('a person may not use %s', (password, words) => {
  expect(passwordProblem(password, ['Ada Lovelace', 'ada@example.org'])).toContain(words)
})

test('thousands of passwords that are tried first are refused, and refusing is fast', () => {
  const words = ['password', 'dragon', 'liverpool', 'minecraft', 'sunshine', 'welcome', 'trustno1', 'administrator']
  const years = Array.from({ length: 27 }, (_, index) => String(2000 + index))
  const all = words.flatMap((word) =>
    years.flatMap((year) => ['!', '!!', '123', '1!'].flatMap((end) => words.map((next) => word + year + next + end))),
  )
  expect(new Set(all).size).toBeGreaterThan(3000)
  const start = performance.now()
  expect(all.filter((password) => !isCommonPassword(password))).toEqual([])
  expect(isCommonPassword('x'.repeat(400))).toBe(false)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('a long password may hold the own name among other words', () => {
  expect(passwordProblem('lovelace rides nine green buses', ['Ada Lovelace'])).toBeNull()
})
