import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { emptySearch } from '#lib/search/state.ts'
import { searchReadings } from './search-readings.ts'

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), 0)
})

/** As a person who has typed it all and pressed Enter. */
const search = (q: string) => searchReadings(null, { ...emptySearch, q: `${q} ` }, 3)

/** The first three readings and the first three leads, as one text to look for help in. */
async function firstThree(q: string): Promise<{ readings: string; leads: string }> {
  const { items, leads } = await search(q)
  const readings = items.map((item) => item.id).join(' ')
  return {
    readings,
    leads: leads
      .slice(0, 3)
      .map((lead) => `${lead.kind} ${lead.name}`)
      .join(', '),
  }
}

describe('one’s own words find something that helps within the first three readings', () => {
  test.each([
    ['slow mysql', /sql.*performance|performance.*mysql/],
    ['my queries are slow', /sql-performance/],
    ['site down', /fault-tolerance|high-availability/],
    ['site went down after deploy', /continuous-delivery/],
    ['outage', /high-availability/],
    ['postmortem', /learn-from-mistakes/],
    ['idempotency', /exactly-once|avoiding-double/],
    ['exactly once', /exactly-once/],
    ['backpressure', /throttling/],
    ['consensus', /chubby|raft/],
    ['leader election', /chubby|zookeeper/],
    ['url shortener', /sharding-and-ids/],
    ['how to shard postgres', /sharding-postgres/],
    ['how do I shard postgres?', /sharding-postgres/],
    ['thundering herd', /cache-smearing/],
    ['hot partition', /hot-shards/],
    ['deploy without downtime', /continuous/],
    ['customers were charged twice', /double-payments/],
    ['too many requests', /rate-limit/],
    ['p99', /rapid-response-times/],
    ['memory leak in java', /memory-leaks/],
    ['replicas lag behind', /replication-lag/],
    ['split the monolith', /monolith/],
    ['alert fatigue', /alerting/],
    ['disk is full', /logs-on-separate-disk/],
    ['our cloud bill is too high', /cost/],
    ['how to hire engineers', /hiring/],
    ['career ladder', /career|levels/],
    ['database migration', /migrat/],
    ['which database should I choose', /sql-vs-nosql|guidance/],
    ['design twitter', /feed/],
    ['autocomplete', /autocomplete/],
    ['feature flags', /dynamic-configuration/],
    ['split brain', /chubby|lock/],
    ['race condition', /lock/],
  ])('%s', async (q, helps) => {
    expect((await firstThree(q)).readings).toMatch(helps)
  })
})

describe('beside the readings', () => {
  test.each([
    ['my site is slow', 'situation It is slow'],
    ['it is down', 'situation It is down'],
    ['url shortener', 'question A URL shortener'],
    ['sharding', 'topic Sharding'],
    ['stability', 'section Stability'],
    ['netflix', 'organisation Netflix'],
    ['news feed', 'question A news feed'],
    ['ticket sale', 'question A ticket sale'],
    ['object store', 'question An object store'],
  ])('%s leads to %s', async (q, lead) => {
    expect((await firstThree(q)).leads).toContain(lead)
  })

  test('nothing leads anywhere without words', async () => {
    expect((await search('')).leads).toEqual([])
    expect((await search('org:netflix')).leads).toEqual([])
  })
})

describe('words joined, apart and hyphenated', () => {
  test.each([
    ['micro-services', 'microservices', 'micro services'],
    ['no-sql', 'nosql', 'no sql'],
    ['fail-over', 'failover', 'fail over'],
    ['pubsub', 'pub-sub', 'pub/sub'],
    ['realtime', 'real-time', 'real time'],
    ['key-value', 'key value', 'Key–Value'],
  ])('%s, %s and %s find the same', async (...spellings) => {
    const totals = await Promise.all(spellings.map(async (q) => (await search(q)).total))
    expect(Math.min(...totals), totals.join(', ')).toBeGreaterThan(4)
    expect(Math.max(...totals) - Math.min(...totals), totals.join(', ')).toBeLessThanOrEqual(Math.max(...totals) * 0.15)
  })
})

describe('a search', () => {
  test('takes possessives, curly apostrophes and decomposed letters for the same word', async () => {
    expect((await search("google's spanner")).items[0]?.organisation?.name).toBe('Google')
    expect((await search('what’s')).total).toBe((await search("what's")).total)
    expect((await search('what’s')).total).toBeGreaterThan(3)
    expect((await search('cafe\u0301')).understood).not.toContain('Only the first')
  })

  test('never repairs a correct word into another', async () => {
    for (const q of ['slow', 'outage', 'site', 'flow', 'graph'])
      expect((await search(q)).understood).not.toContain('instead')
    expect((await search('kafak')).understood).toContain('searched for “kafka” instead')
  })

  test('does not count small words, and says which word nothing holds', async () => {
    const { total, understood } = await search('wombat at scale')
    expect(understood).toContain('Nothing here says “wombat”.')
    expect(total).toBe((await search('scale')).total)
    expect((await search('how to shard postgres')).total).toBe((await search('shard postgres')).total)
  })

  test('that only some readings meet in part ranks them by how much they meet', async () => {
    const { items, understood } = await search('kafka zookeeper wombat downtime')
    expect(items[0]?.id).toBe('migrating-kafkas-zookeeper-with-no-downtime-at-yelp')
    expect(understood).toContain('what holds most of them comes first')
  })

  test('finds a reading by its address in any spelling, and by one where it stood before', async () => {
    for (const q of [
      'https://www.youtube.com/watch?v=FuP1Fvrv6ZQ',
      'https://youtu.be/FuP1Fvrv6ZQ?si=abc',
      'youtu.be/FuP1Fvrv6ZQ',
      'http://m.youtube.com/watch?v=FuP1Fvrv6ZQ&t=120s',
    ]) {
      const { total, items } = await search(q)
      expect([q, total]).toEqual([q, 1])
      expect(items[0]?.url).toContain('FuP1Fvrv6ZQ')
    }
    const unknown = await search('https://example.org/nothing')
    expect(unknown).toMatchObject({ total: 0, understood: expect.stringContaining('at that address') })
  })

  test('forgives a slip in the name of a filter, and says so', async () => {
    const { total, understood } = await search('org:netflx')
    expect(total).toBe((await search('org:netflix')).total)
    expect(understood).toContain('taken for Netflix')
    expect((await search('tech:kafak')).total).toBe((await search('tech:kafka')).total)
  })

  test('that finds nothing tells what each part would find alone', async () => {
    const { total, alone } = await search('org:netflix org:uber medium:book kafka')
    expect(total).toBe(0)
    expect(alone.map(({ text }) => text)).toEqual(['kafka', 'org:netflix', 'org:uber', 'medium:book'])
    expect(alone.every(({ count }) => count > 0)).toBe(true)
  })
})
