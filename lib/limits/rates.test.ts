import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type RateName, rateOf, rates, takeOne } from './rates.ts'

describe('how often a person may ask', () => {
  it('is a burst, and then so many a minute, whatever the clock says at the turn of one', () => {
    const names = Object.keys(rates) as RateName[]
    const gaps = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 400 })
    let who = 0
    fc.assert(
      fc.property(fc.constantFrom(...names), gaps, (name, given) => {
        who++
        let now = 1e12
        let taken = 0
        for (const gap of given) {
          now += gap
          if (takeOne(name, `person-${who}`, now) === 0) taken++
        }
        const { burst, perMinute } = rates[name]
        expect(taken).toBeLessThanOrEqual(burst + ((now - 1e12) * perMinute) / 60_000 + 1)
      }),
    )
  })

  it('is counted for each alone, and says how long to wait', () => {
    for (let times = 0; times < rates.files.burst; times++) expect(takeOne('files', 'ada', 5e11)).toBe(0)
    expect(takeOne('files', 'ada', 5e11)).toBe(15)
    expect(takeOne('files', 'eve', 5e11)).toBe(0)
    expect(takeOne('writes', 'ada', 5e11)).toBe(0)
    expect(takeOne('files', 'ada', 5e11 + 15_000)).toBe(0)
  })
})

test.each([
  ['GET', '/api/v1/archive', 'files'],
  ['POST', '/api/v1/plans/import', 'files'],
  ['POST', '/api/v1/shared/abc/join', 'sharing'],
  ['POST', '/api/v1/plans/abc/members', 'sharing'],
  ['GET', '/api/v1/readings', 'search'],
  ['PUT', '/api/v1/notes/a', 'writes'],
  ['GET', '/api/v1/notes', 'reads'],
])('%s %s counts as %s', (method, path, name) => {
  expect(rateOf(method, path)).toBe(name)
})
