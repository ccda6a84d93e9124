import { describe, expect, it } from 'vitest'
import { ApiError, isWorthRetrying, isWorthWaiting } from './api.ts'

const answer = (status: number) => new ApiError(status, {})
const noNetwork = new TypeError('Failed to fetch')

describe('a write that did not come through', () => {
  it('waits without an end while there is no way to the server', () => {
    for (const error of [noNetwork, answer(502), answer(503), answer(504)])
      expect([0, 5, 500].map((failures) => isWorthWaiting(failures, error))).toEqual([true, true, true])
  })

  it('is given up after a few tries when the server itself is at fault, and at once when it refuses', () => {
    expect([0, 4, 5].map((failures) => isWorthWaiting(failures, answer(500)))).toEqual([true, true, false])
    for (const status of [401, 404, 409, 422]) expect(isWorthWaiting(0, answer(status))).toBe(false)
  })
})

it('a question is asked again a few times only', () => {
  expect([0, 4, 5].map((failures) => isWorthRetrying(failures, noNetwork))).toEqual([true, true, false])
  expect(isWorthRetrying(0, answer(404))).toBe(false)
})
