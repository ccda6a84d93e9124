import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWord, toSearchable } from './find-word.ts'

const found = (word: string, text: string) => {
  const place = findWord(word, toSearchable(text))
  return place && text.slice(place.from, place.to)
}

test.each([
  ["don't", 'We don’t retry', 'don’t'],
  ['dont', "We don't retry", "don't"],
  ['cafe', 'the Cafe\u0301 bar', 'Cafe\u0301'],
  ['micro-services', 'all Microservices here', 'Microservices'],
  ['microservices', 'all micro services here', 'micro services'],
  ['ache', 'a cache', 'ache'],
  ['strasse', 'Große Straße 1', 'Straße'],
  ['数据', '分布式数据库', '数据'],
  ['😀', 'well 😀 done', '😀'],
])('%s is found in "%s"', (word, text, place) => expect(found(word, text)).toBe(place))

test.each([
  ['altime', 'real time'],
  ['hat', 'with a tail'],
  ['???', 'what'],
])('%s is not found in "%s"', (word, text) => expect(found(word, text)).toBeNull())

test('what is found lies in the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5), fc.nat(5), (text, from, length) => {
      const word = [...text].slice(from, from + length).join('')
      const place = findWord(word, toSearchable(text))
      if (place) expect(place.to).toBeLessThanOrEqual(text.length)
    }),
  )
})
