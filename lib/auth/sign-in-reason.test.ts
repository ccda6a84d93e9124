import { expect, test } from 'vitest'
import { signInReason } from './sign-in-reason.ts'

test.each([
  ['/shared/abc?do=join', /join this plan/],
  ['/shared/abc?do=fork', /copy/],
  ['/plans/abc?view=weeks', /open this plan/],
  ['/plans/new', /dates of your own/],
  ['/readings/kafka', /marks and notes/],
  ['/today', /due today/],
])('who comes from %s is told what for', (path, words) => {
  expect(signInReason(path)).toMatch(words)
})

test.each(['/', '/catalogue', '/nowhere'])('%s tells nothing', (path) => {
  expect(signInReason(path)).toBeNull()
})
