import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'

const secret = Secret.fromUTF8('12345678901234567890').base32

// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('the code at second %i is the one of the standard', (second, code) => {
  expect(totpStep(secret, code, second * 1000)).toBe(Math.floor(second / 30))
})

test('a clock may be half a minute off, and not more', () => {
  const at = (seconds: number) => totpStep(secret, '081804', (1111111109 + seconds) * 1000)
  expect([at(-60), at(-30), at(30), at(61)]).toEqual([null, 37037036, 37037036, null])
})

test.each(['', '08180', '0818044', 'abcdef', ' 81804', '٠٨١٨٠٤'])('%s is no code', (code) => {
  expect(totpStep(secret, code, 1111111109_000)).toBeNull()
})

test('a new secret has 160 bits, and its address names this product and the account', () => {
  const made = newTotpSecret()
  expect(Secret.fromBase32(made).bytes).toHaveLength(20)
  expect(made).not.toBe(newTotpSecret())
  expect(totpUri(made, 'ada@example.org')).toBe(
    `otpauth://totp/Loadpath:ada%40example.org?issuer=Loadpath&secret=${made}&algorithm=SHA1&digits=6&period=30`,
  )
})
