import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateMinutes, media, type MinutesFacts, readersMinutes } from './minutes.ts'

const article: MinutesFacts = { medium: 'article', parts: 1, url: 'https://example.org/post' }

test.each([
  ['an article without a year', article, 8],
  ['an article of 2015', { ...article, published: '2015-04' }, 5],
  ['one whose address tells 2017', { ...article, url: 'https://example.org/2017/11/post' }, 6],
  ['one of 2018', { ...article, published: '2018-01-01' }, 7],
  ['one of 2021', { ...article, published: '2021' }, 9],
  ['one by Airbnb, whatever its year', { ...article, organisation: 'Airbnb', published: '2016' }, 11],
  ['a series in 3 parts', { ...article, parts: 3 }, 27],
  ['a series of which one part is known', { ...article, parts: 4, partMinutes: { '4': 11 } }, 38],
  ['a talk', { ...article, medium: 'video' as const }, 50],
  ['a paper', { ...article, medium: 'paper' as const }, 36],
  ['what another site counts as 10', { ...article, elsewhereMinutes: 10 }, 9],
  ['what is known to be long', { ...article, length: 'long' as const }, 30],
  ['an essay of ACM Queue', { ...article, url: 'https://queue.acm.org/detail.cfm?id=1' }, 12],
])('%s is estimated', (_, facts, minutes) => {
  expect(estimateMinutes(facts)).toBe(minutes)
})

test('every estimate is a whole number of minutes, at least one', () => {
  fc.assert(
    fc.property(
      fc.record({
        medium: fc.constantFrom(...media),
        parts: fc.integer({ min: 1, max: 100 }),
        url: fc.constantFrom('https://example.org/2017/11/post', 'https://queue.acm.org/detail.cfm?id=1', 'no address'),
        published: fc.option(fc.constantFrom('2009', '2017-05', '2024-02-29'), { nil: null }),
        elsewhereMinutes: fc.option(fc.integer({ min: 1, max: 600 }), { nil: null }),
      }),
      (facts) => {
        const minutes = estimateMinutes(facts)
        expect(Number.isInteger(minutes)).toBe(true)
        expect(minutes).toBeGreaterThanOrEqual(1)
      },
    ),
  )
})

test('three people who timed a reading make its estimate, two do not', () => {
  expect(readersMinutes([])).toBeNull()
  expect(readersMinutes([10, 20])).toBeNull()
  expect(readersMinutes([90, 10, 14])).toBe(14)
  expect(readersMinutes([10, 20, 30, 41])).toBe(25)
})
