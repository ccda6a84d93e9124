import { expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { passwordProblem } from './password-rules.ts'

test.each([
  'lantern orbit quill 7',
  'Tr0ub4dor&3xylem',
  'вечерний поезд 42',
  '夜明け前の電車に乗る人々のうた',
  'x7#kQ!pL0v@z',
])('a person may use %s', (password) => {
  expect(passwordProblem(password, ['Ada Lovelace', 'ada@example.org'])).toBeNull()
})

test.each([
  ['', 'at least 12'],
  ['elevenchars', 'at least 12'],
  ['😀😀😀😀😀😀', 'at least 12'],
  ['password1234', 'tried first'],
  ['Password1234', 'tried first'],
  ['qwertyuiop12', 'follows a simple pattern'],
  ['1q2w3e4r5t6y', 'tried first'],
  ['123456789012', 'pattern'],
  ['098765432109', 'pattern'],
  ['abcdefghijkl', 'pattern'],
  ['ABCDEFGHIJKLmnop', 'pattern'],
  ['aaaaaaaaaaaaaa', 'repeats'],
  ['abababababab', 'repeats'],
  ['banana banana banana', 'repeats'],
  ['s3cr3ts3cr3ts3cr3t', 'pattern'],
  ['asdfghjkl asdfghjkl', 'pattern'],
  ['adalovelace1', 'your name'],
  ['Ada.Lovelace.1', 'your name'],
  ['ada@example.org', 'your name'],
  ['a'.repeat(100) + 'bcdefg'.repeat(20), 'at most 200'],
])('a person may not use %s', (password, words) => {
  expect(passwordProblem(password, ['Ada Lovelace', 'ada@example.org'])).toContain(words)
})

test('a long password may hold the own name among other words', () => {
  expect(passwordProblem('lovelace rides nine green buses', ['Ada Lovelace'])).toBeNull()
})

test('every password on the list is long enough to be there, in lower case, and refused', () => {
  expect(commonPasswords().size).toBeGreaterThan(500)
  for (const password of commonPasswords()) {
    expect(password.length).toBeGreaterThanOrEqual(12)
    expect(password).toBe(password.toLowerCase())
    expect(passwordProblem(password)).not.toBeNull()
  }
})
