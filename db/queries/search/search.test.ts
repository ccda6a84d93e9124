import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { toFtsMatch } from '#lib/search/match.ts'
import { parse } from '#lib/search/query.ts'
import { emptySearch, type SearchState } from '#lib/search/state.ts'
import { anyQuery } from '#lib/search/catalogue.testing.ts'
import { db, transaction } from '#db/client.ts'
import {
  listings,
  marks,
  notes,
  organisations,
  readingPeople,
  allReadings,
  readingTechnologies,
  sections,
  technologies,
  topics,
} from '#db/schema/index.ts'
import { createPerson } from '#db/testing/people.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { searchReadings } from './search-readings.ts'
import { ensureSearchIndex, rebuildSearchIndex } from './search.ts'

interface Made {
  organisation?: string
  technology?: string
  person?: string
  topic?: string
  medium?: 'article' | 'video'
  minutes?: number
  listedOn?: string
  delistedOn?: string
  listed?: string
}

/** Puts a reading into the catalogue as the next of its section. */
function addReading(id: string, title: string, made: Made = {}) {
  const { organisation, technology, person, topic } = made
  const named = (name: string) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name })
  if (organisation) db().insert(organisations).values(named(organisation)).onConflictDoNothing().run()
  db()
    .insert(allReadings)
    .values({
      id,
      title,
      rowTitle: title,
      fullTitle: title,
      url: `https://example.org/${id}`,
      formerUrls: [],
      organisationId: organisation ? named(organisation).id : null,
      medium: made.medium ?? 'article',
      parts: 1,
      minutes: made.minutes ?? 12,
      listedOn: made.listedOn ?? '2018-01-01',
      delistedOn: made.delistedOn ?? null,
    })
    .run()
  if (person) db().insert(readingPeople).values({ readingId: id, position: 0, name: person }).run()
  if (technology) {
    db().insert(technologies).values(named(technology)).onConflictDoNothing().run()
    db()
      .insert(readingTechnologies)
      .values({ readingId: id, technologyId: named(technology).id })
      .run()
  }
  const position = db().$count(listings)
  db()
    .insert(listings)
    .values({
      id: `${id}@${topic ?? 'scalability'}`,
      readingId: id,
      sectionId: 'scalability',
      topicId: topic ?? null,
      title: made.listed ?? title,
      introduction: false,
      position,
      origin: 'shipped',
    })
    .run()
}

const rebuild = () => transaction((tx) => rebuildSearchIndex(tx))

beforeEach(async () => {
  await freshDatabase()
  db().insert(sections).values({ id: 'scalability', title: 'Scalability', position: 1 }).run()
  const topic = (slug: string, title: string, parentId: string | null, position: number) => ({
    id: `scalability/${slug}`,
    sectionId: 'scalability',
    parentId,
    slug,
    title,
    position,
    depth: parentId ? 2 : 1,
  })
  db()
    .insert(topics)
    .values([
      topic('caching', 'Caching', null, 1),
      topic('distributed-caching', 'Distributed Caching', 'scalability/caching', 2),
      topic('queues', 'Queues', null, 3),
    ])
    .run()
  addReading('evcache', 'Ephemeral Volatile Caching', {
    organisation: 'Netflix',
    topic: 'scalability/distributed-caching',
    person: 'Shashi Madappa',
    technology: 'Memcached',
  })
  addReading('keystone', 'Keystone Pipeline', {
    organisation: 'Netflix',
    topic: 'scalability/queues',
    technology: 'Kafka',
    listed: 'Keystone Pipeline at Netflix',
    listedOn: '2020-05-05',
  })
  addReading('chaperone', 'Auditing Kafka at Scale', {
    organisation: 'Uber',
    topic: 'scalability/queues',
    technology: 'Kafka',
    medium: 'video',
    minutes: 40,
    delistedOn: '2021-01-01',
  })
  addReading('mobius', 'Déjà vu: Möbius Strips')
  await rebuild()
})

const search = (q: string, state: Partial<SearchState> = {}, viewer: Viewer | null = null, limit = 20) =>
  searchReadings(viewer, { ...emptySearch, q, ...state }, limit)
const ids = async (...given: Parameters<typeof search>) => (await search(...given)).items.map((item) => item.id)

describe('searching the catalogue', () => {
  it('finds by title, organisation, person, technology and topic, as one types', async () => {
    expect(await ids('keyst')).toEqual(['keystone'])
    expect(await ids('netf')).toEqual(expect.arrayContaining(['evcache', 'keystone']))
    expect(await ids('madappa')).toEqual(['evcache'])
    expect(await ids('memcached')).toEqual(['evcache'])
    expect(await ids('distributed')).toEqual(['evcache'])
    expect(await ids('kafka uber')).toEqual(['chaperone'])
  })

  it('puts a word in the title before the same word elsewhere', async () => {
    expect(await ids('kafka')).toEqual(['chaperone', 'keystone'])
  })

  it('finds other forms of a word behind those as typed, but not for words in quotes', async () => {
    addReading('shard', 'A quorum for each shard')
    addReading('overlap', 'Overlapping quorums')
    await transaction((tx) => rebuildSearchIndex(tx))
    expect((await search('quorum ')).items.map((item) => item.id)).toEqual(['shard', 'overlap'])
    expect((await search('"quorum"')).items.map((item) => item.id)).toEqual(['shard'])
  })

  it('does not mind diacritics', async () => {
    expect(await ids('mobius')).toEqual(['mobius'])
    expect(await ids('DÉJA')).toEqual(['mobius'])
  })

  it('wants exact words side by side, and leaves out what is unwanted', async () => {
    expect(await ids('"volatile caching"')).toEqual(['evcache'])
    expect(await ids('"caching volatile"')).toEqual([])
    expect(await ids('kafka -auditing')).toEqual(['keystone'])
    expect(await ids('-kafka')).toEqual(['evcache', 'mobius'])
  })

  it('forgives a slip of the finger, and says so', async () => {
    const result = await search('kafak ubre')
    expect(result.items.map((item) => item.id)).toEqual(['chaperone'])
    expect(result.understood).toContain('Nothing here says “kafak”; searched for “kafka” instead.')
  })

  it('finds what holds some of the words when nothing holds all, and says so', async () => {
    const result = await search('how does keystone scale')
    expect(result.items.map((item) => item.id).toSorted()).toEqual(['chaperone', 'keystone'])
    expect(result.understood).toContain('Nothing holds all of these words')
  })

  it('narrows by what was typed and what was chosen alike', async () => {
    expect(await ids('org:netflix tech:kafka')).toEqual(['keystone'])
    expect(await ids('', { chosen: { organisation: ['netflix', 'uber'], technology: ['kafka'] } })).toEqual([
      'keystone',
      'chaperone',
    ])
    expect(await ids('in:caching')).toEqual(['evcache'])
    expect(await ids('-topic:queues by:shashi')).toEqual(['evcache'])
    expect(await ids('is:delisted')).toEqual(['chaperone'])
    expect(await ids('', { chosen: { organisation: ['nobody'] } })).toEqual([])
  })

  it('counts each facet with the others on', async () => {
    const { facets, total } = await search('kafka', { chosen: { organisation: ['uber'] } })
    expect(total).toBe(1)
    expect(facets.organisation).toEqual([
      { id: 'netflix', name: 'Netflix', count: 1, chosen: false },
      { id: 'uber', name: 'Uber', count: 1, chosen: true },
    ])
    expect(facets.medium).toEqual([{ id: 'video', name: 'Video', count: 1, chosen: false }])
    expect(facets.listed).toMatchObject([{ count: 0 }, { count: 1 }])
    expect(facets.status).toBeUndefined()
  })

  it('gives the facts that a list shows', async () => {
    const { items } = await search('keystone')
    expect(items).toEqual([
      {
        id: 'keystone',
        title: 'Keystone Pipeline',
        fullTitle: 'Keystone Pipeline',
        url: 'https://example.org/keystone',
        organisation: { id: 'netflix', name: 'Netflix' },
        people: [],
        technologies: [{ id: 'kafka', name: 'Kafka' }],
        topics: [{ id: 'scalability/queues', name: 'Queues' }],
        medium: 'article',
        parts: 1,
        minutes: 12,
        minutesBasis: 'rule',
        listedOn: '2020-05-05',
        delistedOn: null,
        link: null,
      },
    ])
  })

  it('goes through everything page by page, each reading once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await search('', { cursor }, null, 3)
      seen.push(...page.items.map((item) => item.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(['evcache', 'keystone', 'chaperone', 'mobius'])
    expect(await ids('', { cursor: '99' })).toEqual([])
    expect(await ids('', { cursor: 'nonsense' })).toHaveLength(4)
  })

  it('orders by day and by length on request', async () => {
    expect((await ids('', { sort: 'newest' }))[0]).toBe('keystone')
    expect(await ids('kafka', { sort: 'shortest' })).toEqual(['keystone', 'chaperone'])
  })

  it('knows a change of the catalogue once the index is rebuilt', async () => {
    expect(await ids('newcomer')).toEqual([])
    addReading('new', 'A newcomer')
    await rebuild()
    expect(await ids('newcomer')).toEqual(['new'])
  })

  it('has an index after an upgrade, even where the catalogue stayed as it was', async () => {
    expect(await ensureSearchIndex()).toBe(false)
    db().run(sql`update search_stamp set stamp = '0:older'`)
    expect(await ensureSearchIndex()).toBe(true)
    db().run(sql`drop table search_stamp`)
    db().run(sql`drop table search_readings`)
    expect(await ensureSearchIndex()).toBe(true)
    expect(await ids('keyst')).toEqual(['keystone'])
  })

  it('has an index that can be rebuilt over nothing at all', async () => {
    await freshDatabase()
    await rebuild()
    expect(await search('kafka org:netflix')).toMatchObject({ items: [], total: 0 })
  })

  it('asks the database few questions', async () => {
    const statements: string[] = []
    const database = await freshDatabase({ onStatement: (statement) => statements.push(statement) })
    database.insert(sections).values({ id: 'scalability', title: 'Scalability', position: 1 }).run()
    addReading('one', 'One Kafka')
    addReading('two', 'Two Kafka')
    await rebuild()
    const viewer = (await createPerson()).viewer
    await search('kafka org:x', {}, viewer)
    statements.length = 0
    await search('kafka', {}, viewer)
    expect(statements.length).toBeLessThanOrEqual(7)
  })
})

describe("a viewer's own marks and notes", () => {
  const note = {
    problem: '',
    numbers: '',
    choice: '',
    tradeOff: '',
    useWhen: '',
    version: 1,
    createdAt: 0,
    updatedAt: 0,
  }

  it('can be searched by and are counted', async () => {
    const { viewer } = await createPerson({ id: 'ann' })
    db().insert(marks).values({ userId: 'ann', readingId: 'keystone', status: 'done', updatedAt: 0 }).run()
    db()
      .insert(notes)
      .values({ ...note, userId: 'ann', readingId: 'evcache', markdown: '', choice: 'SSD' })
      .run()
    db()
      .insert(notes)
      .values({ ...note, userId: 'ann', readingId: 'mobius', markdown: '' })
      .run()
    expect(await ids('is:done', {}, viewer)).toEqual(['keystone'])
    expect(await ids('-is:done org:netflix', {}, viewer)).toEqual(['evcache'])
    expect(await ids('has:note', {}, viewer)).toEqual(['evcache'])
    const { facets } = await search('', { chosen: { status: ['done'] } }, viewer)
    expect(facets.status?.map(({ id, count }) => `${id} ${count}`)).toEqual([
      'unmarked 3',
      'queued 0',
      'reading 0',
      'done 1',
      'skipped 0',
    ])
    expect(facets.has).toMatchObject([{ id: 'note', count: 0 }])
  })

  it('are never shown to, or found by, somebody else', async () => {
    await createPerson({ id: 'ann' })
    const { viewer: stranger } = await createPerson({ id: 'eve' })
    db().insert(marks).values({ userId: 'ann', readingId: 'keystone', status: 'done', updatedAt: 0 }).run()
    db()
      .insert(notes)
      .values({ ...note, userId: 'ann', readingId: 'evcache', markdown: 'a secret' })
      .run()
    expect(await ids('is:done', {}, stranger)).toEqual([])
    expect(await ids('has:note', {}, stranger)).toEqual([])
    const before = await search('secret', {}, stranger)
    expect(before.total).toBe(0)
    const guest = await search('is:done has:note')
    expect(guest.total).toBe(4)
    expect(guest.facets.has).toBeUndefined()
  })
})

describe('hostile text', () => {
  it('never makes MATCH throw, over 10,000 random queries', () => {
    const select = db().$client.prepare('select rowid from search_readings where search_readings match ? limit 1')
    let asked = 0
    fc.assert(
      fc.property(anyQuery, fc.boolean(), fc.boolean(), (text, prefix, anyWord) => {
        const { include, exclude } = toFtsMatch(parse(text).parts, { prefix, anyWord })
        for (const expression of [include, exclude]) if (expression !== null) select.all(expression)
        asked++
      }),
      { numRuns: 10_000 },
    )
    expect(asked).toBeGreaterThanOrEqual(10_000)
  })

  it('always has an answer', async () => {
    const { viewer } = await createPerson({ id: 'ann' })
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.boolean(), async (q, signedIn) => {
        const result = await search(q, {}, signedIn ? viewer : null)
        expect(result.items.length).toBe(Math.min(result.total, 20))
      }),
      { numRuns: 1000 },
    )
  })
})
