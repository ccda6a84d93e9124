import { beforeEach, expect, test } from 'vitest'
import { bootAdvice, forgetFront, frontProblem, noteFront } from './untrusted-front.ts'

const PUBLIC_URL = 'https://read.example.org'
const forwarded = { 'x-forwarded-for': '1.2.3.4' }
beforeEach(forgetFront)

test('whoever sets PUBLIC_URL and forgets TRUSTED_PROXIES is told at boot', () => {
  expect(bootAdvice({ PUBLIC_URL, TRUSTED_PROXIES: 0 })).toContain('TRUSTED_PROXIES=1')
  expect(bootAdvice({ PUBLIC_URL, TRUSTED_PROXIES: 1 })).toBeNull()
  expect(bootAdvice({ TRUSTED_PROXIES: 0 })).toBeNull()
})

test('the first forwarded request is told in the log, once, and from then on to the admin', () => {
  expect(noteFront({}, { TRUSTED_PROXIES: 0 })).toBeNull()
  expect(frontProblem()).toBeNull()
  expect(noteFront(forwarded, { TRUSTED_PROXIES: 0 })).toContain('TRUSTED_PROXIES is 0')
  expect(noteFront(forwarded, { TRUSTED_PROXIES: 0 })).toBeNull()
  expect(frontProblem()).toContain('TRUSTED_PROXIES is 0')
})

test('behind a front that is counted nothing is wrong', () => {
  expect(noteFront(forwarded, { TRUSTED_PROXIES: 1 })).toBeNull()
  expect(frontProblem()).toBeNull()
})
