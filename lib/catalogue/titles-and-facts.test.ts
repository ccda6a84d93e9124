import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readListingFacts } from './listing-facts.ts'
import { newReadingId } from './reading-id.ts'
import { titleSimilarity } from './similar-titles.ts'
import { cleanTitle, titleKey } from './title-key.ts'

describe('a title', () => {
  test('its key forgets case, accents, punctuation and how "and" is written', () => {
    expect(titleKey("Don’t Re-invent: C++ & Café's")).toBe('dont re invent c++ and cafes')
    expect(titleKey('  —  ')).toBe('')
  })

  test('is shown without emoji shortcodes and invisible characters', () => {
    expect(cleanTitle(':books: Book \u200B:ocean:\t(2:1)\u0000')).toBe('Book (2:1)')
  })

  test.each([
    ['The Evolution of Container Usage at Netflix', 'Evolution of Container Usage at Netflix', 0.85, 1],
    ['How To Design A Good API and Why it Matters', 'How to Design a Good API & Why it Matters', 1, 1],
    ['Kafka at Yelp', 'Kafka at Uber', 0, 0.65],
    ['Search at LinkedIn (2014)', 'Search at LinkedIn (2018)', 0, 0.8],
    ['Caching', '', 0, 0],
  ])('"%s" and "%s" are alike from %d to %d', (a, b, from, to) => {
    expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(from)
    expect(titleSimilarity(a, b)).toBeLessThanOrEqual(to)
    expect(titleSimilarity(b, a)).toBe(titleSimilarity(a, b))
  })
})

describe('the id of a new reading', () => {
  test('is a slug of its title, cut between words, and never one that is taken', () => {
    const title = 'Designs, Lessons and Advice from Building Large Distributed Systems (2 parts)'
    expect(newReadingId(title, new Set())).toBe('designs-lessons-and-advice-from-building-large-distributed')
    expect(newReadingId('Kafka!', new Set(['kafka', 'kafka-2']))).toBe('kafka-3')
    expect(newReadingId('日本語', new Set())).toBe('reading')
  })

  test('is made of a-z, 0-9 and single hyphens whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(newReadingId(title, new Set())).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})

describe('the facts in a listing', () => {
  const known = {
    organisations: ['Google', 'The New York Times', 'eBay', 'UC Berkeley'],
    technologies: ['Kafka', 'Go', 'R', 'Druid', 'S3'],
  }
  const facts = (title: string, url = 'https://x.org/a', remark = '') => readListingFacts({ title, url, remark }, known)

  test('"at X" names the organisation, as the catalogue spells it', () => {
    expect(facts('Event Sourcing (2 parts) at EBAY')).toMatchObject({
      title: 'Event Sourcing',
      organisation: 'eBay',
      parts: 2,
    })
    expect(facts('Kafka at New York Times')).toMatchObject({ title: 'Kafka', organisation: 'The New York Times' })
    expect(facts('Druid at Acme Corp')).toMatchObject({ title: 'Druid', organisation: 'Acme Corp' })
  })

  test('"at scale" and "at 500 pixels" name none', () => {
    expect(facts('Logging at Hyper Scale')).toMatchObject({ title: 'Logging at Hyper Scale', organisation: null })
    expect(facts('Balancing at 500 pixel')).toMatchObject({ title: 'Balancing at 500 pixel', organisation: null })
  })

  test('technologies are those that the title names as words of their own', () => {
    expect(facts('Kafka in Go, not Good R (S3)').technologies).toEqual(['Kafka', 'Go', 'S3'])
  })

  test('"- Person, Role" names the people', () => {
    expect(
      facts('Giant-Scale Services - Eric Brewer, UC Berkeley & Google', 'https://x.org/a.pdf', '(36 mins)'),
    ).toEqual({
      title: 'Giant-Scale Services',
      organisation: 'Google',
      people: ['Eric Brewer'],
      technologies: [],
      medium: 'paper',
      parts: 1,
      minutes: 36,
    })
    expect(facts('SQL vs NoSQL - Lesson Learned')).toMatchObject({ title: 'SQL vs NoSQL - Lesson Learned', people: [] })
  })
})
