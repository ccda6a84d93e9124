import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'

test('ten codes are made, all different, and each is known again however it is typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes.map(hashRecoveryCode)).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(hashRecoveryCode(code))
  }
})

test.each(['', '123456', 'aaaa-aaaa-aaaa-aaa', 'aaaa-aaaa-aaaa-aaa0'])('%s is no recovery code', (typed) => {
  expect(hashRecoveryCode(typed)).toBeNull()
})
