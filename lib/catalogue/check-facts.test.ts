import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from './check-content.ts'
import { checkFacts } from './check-facts.ts'
import type { ContentListing, ContentReading } from './content.ts'
import { estimateMinutes } from './minutes.ts'
import { titlesOf } from './reading-titles.ts'

const folder = new URL('../../db/content/catalogue/', import.meta.url)
const sections = parseCatalogue(
  readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
)
const readings = sections.flatMap((section) => section.readings)
const listings = sections.flatMap((section) => section.listings)
const get = (id: string) => readings.find((reading) => reading.id === id) as ContentReading
const titles = (id: string) => {
  const own = listings.filter((listing) => listing.readingId === id)
  return titlesOf({ ...get(id), listed: own.map((l) => l.title), introduction: own.some((l) => l.introduction) })
}

const made = (id: string, facts: Partial<ContentReading> = {}): ContentReading => ({
  id,
  title: `Title of ${id}`,
  url: `https://example.org/${id}`,
  formerUrls: [],
  organisation: null,
  people: [],
  technologies: [],
  medium: 'article',
  parts: 1,
  minutes: 8,
  minutesBasis: 'rule',
  workTitle: null,
  published: null,
  mergedIds: [],
  listedOn: '2018-01-01',
  delistedOn: null,
  ...facts,
})
const place = (readingId: string, title: string): ContentListing => ({
  readingId,
  topicSlug: null,
  title,
  introduction: false,
  seedOrder: null,
  position: 1,
})

describe('a fact that cannot be right', () => {
  test.each<[string, ContentReading[], RegExp]>([
    [
      'two that are called alike',
      [made('a', { title: 'Kafka' }), made('b', { title: 'Kafka' })],
      /also the title of a/,
    ],
    ['tracking in an address', [made('a', { url: 'https://example.org/a?utm_source=x' })], /tracking/],
    ['a playlist', [made('a', { url: 'https://www.youtube.com/watch?v=jQNCuD_hxdQ&list=RD&index=11' })], /playlist/],
    ['an author nobody named', [made('a', { url: 'https://martinfowler.com/bliki/A.html' })], /Martin Fowler/],
    [
      'a twin with an organisation',
      ['a', 'b', 'c'].map((id) =>
        made(id, { url: `https://docs.microsoft.com/${id}`, organisation: id === 'c' ? null : 'Microsoft' }),
      ),
      /Microsoft/,
    ],
    [
      'a technology left out',
      [made('a', { technologies: ['Ambry'] }), made('b', { title: 'Ambry: Store' })],
      /names Ambry/,
    ],
  ])('is told: %s', (_, all, reason) => {
    expect(
      checkFacts(
        all,
        all.map((one) => place(one.id, one.title)),
      ).map((mistake) => mistake.reason),
    ).toEqual([expect.stringMatching(reason)])
  })
})

describe('the shipped catalogue', () => {
  test('has none of these mistakes', () => {
    expect(checkFacts(readings, listings)).toEqual([])
  })

  test.each([
    ['rubix-kubernetes-at-palantir', 'Rubix: Kubernetes at Palantir'],
    [
      'handles-millions-of-digital-transactions-safely-everyday-at',
      'How Paytm Handles Millions of Digital Transactions Safely Every Day',
    ],
    ['automate-and-abstract-lessons-at-facebook', 'Automate and Abstract: Lessons at Facebook'],
    ['five-lessons-from-scaling-at-pinterest', 'Five Lessons from Scaling Pinterest'],
    ['how-giphy-delivers-a-gif-to-300-millions-users', 'How GIPHY Delivers a GIF to 300 Million Users'],
    ['airflow-at-grab', 'Airflow at Grab'],
    ['key-value-databases-dynamodb-voldemort-manhattan', 'Dynamo: Amazon’s Highly Available Key-value Store'],
    ['distributed-caching', 'Scaling to 100M: To Cache or Not to Cache? (Wix)'],
  ])('calls %s by its whole name where it stands alone', (id, title) => {
    expect(titles(id).fullTitle).toBe(title)
  })

  test.each([
    ['circuit-breaker', 'Martin Fowler'],
    ['event-driven-architecture', 'Martin Fowler'],
    ['domain-events', 'Martin Fowler'],
    ['event-sourcing', 'Martin Fowler'],
    ['how-to-do-distributed-locking', 'Martin Kleppmann'],
    ['the-probability-of-data-loss-in-large-clusters', 'Martin Kleppmann'],
    ['kafka-the-message-broker', 'Martin Kleppmann'],
    ['scale-up-vs-scale-out-hidden-costs', 'Jeff Atwood'],
  ])('names who wrote %s', (id, person) => {
    expect(get(id).people).toContain(person)
  })

  test.each([
    ['part-11-hidden-scalability-issues', 'Microsoft'],
    ['what-is-time-series-data-and-why-we-need-a-time-series-database', 'Timescale'],
    ['exactly-once-semantics-are-possible-how-kafka-does-it', 'Confluent'],
    ['design-for-self-healing', 'Microsoft'],
  ])('knows whose %s is', (id, organisation) => {
    expect(get(id).organisation).toBe(organisation)
  })

  test('takes a publisher’s figure before the rule', () => {
    expect(get('how-to-design-a-good-api-and-why-it-matters').minutes).toBe(69)
    expect(readings.filter((reading) => reading.minutesBasis === 'stated').length).toBeGreaterThan(110)
    expect(readings.filter((reading) => reading.published !== null).length).toBeGreaterThan(400)
  })

  test('estimates what is stated better than one figure for all would', () => {
    const stated = readings.filter(
      ({ medium, parts, minutesBasis }) => medium === 'article' && parts === 1 && minutesBasis === 'stated',
    )
    const errors = stated.map((reading) => Math.abs(estimateMinutes(reading) - reading.minutes))
    expect(stated.length).toBeGreaterThan(80)
    const flat = stated.map((reading) => Math.abs(12 - reading.minutes))
    const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    expect(mean(errors)).toBeLessThan(mean(flat))
    expect(mean(errors)).toBeLessThan(5)
  })

  test('keeps the former addresses of what moved', () => {
    const later = readings.filter((reading) => reading.listedOn > '2018-07-31' && reading.formerUrls.length > 0)
    expect(later.length).toBeGreaterThanOrEqual(24)
  })

  test('leads from a merged id to one reading', () => {
    expect(new Map(readings.flatMap((reading) => reading.mergedIds.map((id) => [id, reading.id])))).toEqual(
      new Map([
        ['reducing-video-loading-time-by-prefetching-during-preroll-at', 'reducing-video-loading-time-at-dailymotion'],
        ['services-at-airbnb', 'building-services-at-airbnb'],
        [
          'scaling-time-series-data-storage-at-netflix',
          'time-series-databases-tsdb-scaling-time-series-data-storage-2',
        ],
      ]),
    )
  })

  test('has all 652 listings of July 2018 in their order', () => {
    const order = sections.flatMap((section) => section.listings.flatMap((listing) => listing.seedOrder ?? []))
    expect(order).toEqual(Array.from({ length: 652 }, (_, index) => index + 1))
  })

  test('marks the heads of topics as introductions', () => {
    for (const id of ['presto-the-distributed-sql-query-engine', 'cassandra', 'redshift'])
      expect(listings.find((listing) => listing.readingId === id)?.introduction).toBe(true)
  })
})
