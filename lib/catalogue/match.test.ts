import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, undoChanges } from './apply-changes.testing.ts'
import type { Catalogue, Listing, PresentReading } from './catalogue-change.ts'
import { doubtFrom } from './match-by-similarity.ts'
import { type ChangeList, type MatchOptions, matchEdition } from './match.ts'
import { parseAwesomeList } from './parse-awesome-list.ts'

const day = '2026-02-01'

function reading(
  id: string,
  over: Partial<PresentReading> & { topic?: string | null; listed?: string } = {},
): PresentReading {
  const { topic = 's/caching', listed = `Reading ${id}`, ...rest } = over
  const listing: Listing = { sectionId: 's', topicId: topic, title: listed, introduction: false }
  const url = `https://x.org/${id}`
  return { id, title: listed, url, formerUrls: [], delistedOn: null, list: null, listings: [listing], ...rest }
}

function catalogueOf(...readings: PresentReading[]): Catalogue {
  return {
    sections: [{ id: 's', title: 'Scalability' }],
    topics: [
      { id: 's/caching', sectionId: 's', parentId: null, title: 'Caching' },
      { id: 's/redis', sectionId: 's', parentId: 's/caching', title: 'Redis' },
      { id: 's/queues', sectionId: 's', parentId: null, title: 'Queues' },
    ],
    readings,
  }
}

const match = (catalogue: Catalogue, markdown: string, options: Partial<MatchOptions> = {}) =>
  matchEdition(catalogue, parseAwesomeList(markdown), { day, list: null, ...options })
const apply = (catalogue: Catalogue, list: ChangeList) =>
  applyChanges(catalogue, list.changes, { sections: list.newSections, topics: list.newTopics })
const kinds = (list: ChangeList) => list.changes.map((change) => `${change.kind} ${change.readingId}`)

const bullet = (id: string, title = `Reading ${id}`, url = `https://x.org/${id}`) => `\t* [${title}](${url})`
const edition = (...bullets: string[]) => `## Scalability\n* Caching\n${bullets.join('\n')}\n`

describe('what is the same', () => {
  test('an edition that lists the catalogue as it is changes nothing', () => {
    const list = match(catalogueOf(reading('a'), reading('b')), edition(bullet('a'), bullet('b')))
    expect(list).toMatchObject({ changes: [], doubts: [], newTopics: [], newSections: [], missingSections: [] })
  })

  test('another scheme, www, a trailing slash or a tracking parameter is the same address', () => {
    const catalogue = catalogueOf(reading('a', { url: 'http://www.X.org/a/?utm_source=list' }))
    expect(match(catalogue, edition(bullet('a'))).changes).toEqual([])
  })

  test('another order alone is no change', () => {
    const twice = reading('a', { listings: [] })
    twice.listings = ['s/caching', 's/queues'].map((topicId) => ({
      sectionId: 's',
      topicId,
      title: 'Reading a',
      introduction: false,
    }))
    const markdown = `## Scalability\n* Queues\n${bullet('a')}\n* Caching\n${bullet('b')}\n${bullet('a')}`
    expect(match(catalogueOf(twice, reading('b')), markdown).changes).toEqual([])
  })
})

describe('what changed', () => {
  test('a new work is added in its place, with the facts that its title tells', () => {
    const list = match(
      catalogueOf(reading('a')),
      edition(bullet('a'), '\t* [Pub-Sub (2 parts) at yelp](https://youtube.com/watch?v=1) (36 mins)'),
      { known: { organisations: ['Yelp'], technologies: ['Pub'] } },
    )
    expect(list.changes).toEqual([
      {
        kind: 'added',
        readingId: 'pub-sub-at-yelp',
        before: null,
        after: {
          title: 'Pub-Sub',
          url: 'https://youtube.com/watch?v=1',
          formerUrls: [],
          list: null,
          listedOn: day,
          delistedOn: null,
          organisation: 'Yelp',
          people: [],
          technologies: ['Pub'],
          medium: 'video',
          parts: 2,
          minutes: 36,
          listings: [{ sectionId: 's', topicId: 's/caching', title: 'Pub-Sub (2 parts) at yelp', introduction: false }],
        },
      },
    ])
  })

  test('a work at a known address under another title is listed so, and shown as before unless somebody says so', () => {
    const catalogue = catalogueOf(reading('a'))
    const list = match(catalogue, edition(bullet('a', 'Caches at Yelp')))
    expect(list.changes).toMatchObject([{ kind: 'renamed', after: { listings: [{ title: 'Caches at Yelp' }] } }])
    expect(apply(catalogue, list).readings[0]?.title).toBe('Reading a')
    const said = match(catalogue, edition(bullet('a', 'Caches at Yelp')), { retitle: new Set(['a']) })
    expect(said.changes).toMatchObject([{ before: { title: 'Reading a' }, after: { title: 'Caches' } }])
  })

  test('a work in another topic is moved, into a topic that is made when the catalogue lacks it', () => {
    const list = match(
      catalogueOf(reading('a'), reading('b')),
      `## Scalability\n* Caching\n${bullet('b')}\n* New things\n${bullet('a')}`,
    )
    expect(list.changes).toMatchObject([
      {
        kind: 'moved',
        readingId: 'a',
        before: { listings: [{ topicId: 's/caching' }] },
        after: { listings: [{ topicId: 's/new-things' }] },
      },
    ])
    expect(list.newTopics).toEqual([{ id: 's/new-things', sectionId: 's', parentId: null, title: 'New things' }])
  })

  test('the same title at a new address is readdressed, and the old address is kept', () => {
    const list = match(catalogueOf(reading('a')), edition(bullet('a', 'Reading a', 'https://new.org/a')))
    expect(list.changes).toEqual([
      {
        kind: 'readdressed',
        readingId: 'a',
        before: { url: 'https://x.org/a', formerUrls: [] },
        after: { url: 'https://new.org/a', formerUrls: ['https://x.org/a'] },
      },
    ])
  })

  test('a Medium post that its publication took to its own domain is the same post', () => {
    const old = 'https://medium.com/netflix-techblog/evcache-7bcc457012f1'
    const list = match(
      catalogueOf(reading('a', { url: old })),
      edition(bullet('a', 'Caching, globally', 'https://netflixtechblog.com/caching-7bcc457012f1')),
    )
    expect(kinds(list)).toEqual(['readdressed a', 'renamed a'])
  })

  test('a gone reading is delisted on the day, and one that comes back is listed again', () => {
    const catalogue = catalogueOf(reading('a'), reading('b', { delistedOn: '2020-01-01' }))
    const list = match(catalogue, edition(bullet('b')))
    expect(kinds(list)).toEqual(['relisted b', 'delisted a'])
    expect(apply(catalogue, list).readings.map((r) => r.delistedOn)).toEqual([day, null])
  })

  test('the address of the newest edition wins, whatever was before, and a present address wins over a former one', () => {
    const moved = reading('a', { url: 'https://new.org/a', formerUrls: ['https://x.org/a'] })
    const back = match(catalogueOf(moved), edition(bullet('a')))
    expect(back.changes).toMatchObject([
      { kind: 'readdressed', after: { url: 'https://x.org/a', formerUrls: ['https://new.org/a'] } },
    ])
    const again = match(apply(catalogueOf(moved), back), edition(bullet('a', 'Reading a', 'https://new.org/a')))
    expect(again.changes).toMatchObject([{ after: { url: 'https://new.org/a', formerUrls: ['https://x.org/a'] } }])
    const heir = reading('b', { url: 'https://x.org/a', listed: 'The heir' })
    const list = match(
      catalogueOf(moved, heir),
      edition(bullet('a', 'The heir'), bullet('a', 'Reading a', 'https://new.org/a')),
    )
    expect(list.changes).toEqual([])
    const renamed = match(
      catalogueOf(moved, heir),
      edition(bullet('a', 'Quagga'), bullet('a', 'Reading a', 'https://new.org/a')),
    )
    expect(kinds(renamed)).toEqual(['renamed b'])
  })

  test('one address in two places is one reading with two listings', () => {
    const list = match(catalogueOf(), `${edition(bullet('a'))}* Queues\n${bullet('a', 'Again')}`)
    expect(list.changes).toMatchObject([
      { kind: 'added', after: { listings: [{ topicId: 's/caching' }, { topicId: 's/queues', title: 'Again' }] } },
    ])
  })

  test('a topic that the list renamed keeps its name and address here', () => {
    const catalogue = catalogueOf(...['a', 'b', 'c'].map((id) => reading(id)))
    const list = match(
      catalogue,
      `## Scalability\n* Distributed Caching\n${['a', 'b', 'c'].map((id) => bullet(id)).join('\n')}`,
    )
    expect(list.changes).toEqual([])
    expect(list.renamedTopics).toEqual([{ topicId: 's/caching', title: 'Distributed Caching' }])
  })

  test('a section that the edition lacks is told, and its readings go only when that is said', () => {
    const catalogue = catalogueOf(
      reading('a'),
      reading('b', { listings: [{ sectionId: 'book', topicId: null, title: 'B', introduction: false }] }),
    )
    catalogue.sections.push({ id: 'book', title: 'Book' })
    const markdown = `${edition(bullet('a'))}\n## Book\n\nNothing yet.`
    expect(match(catalogue, markdown)).toMatchObject({ changes: [], missingSections: [{ id: 'book' }] })
    expect(kinds(match(catalogue, markdown, { goneSections: ['book'] }))).toEqual(['delisted b'])
  })
})

describe('what is doubtful', () => {
  const catalogue = catalogueOf(reading('a', { listed: 'Evolution of Container Usage at Netflix' }), reading('b'))
  const markdown = edition(bullet('b'), bullet('z', 'The Evolution of Container Usage at Netflix'))

  test('a work that only resembles a reading is for a person to decide, and until then nothing of it changes', () => {
    const list = match(catalogue, markdown)
    expect(list.changes).toEqual([])
    expect(list.doubts).toMatchObject([
      {
        key: 'x.org/z',
        candidate: { readingId: 'a' },
        suggestion: 'same',
        incoming: { section: 'Scalability', topic: ['Caching'] },
      },
    ])
  })

  test('"the same" makes it that reading at its new address', () => {
    const list = match(catalogue, markdown, { decisions: new Map([['x.org/z', 'a']]) })
    expect(kinds(list)).toEqual(['readdressed a', 'renamed a'])
  })

  test('"new" adds the work and delists the reading', () => {
    const list = match(catalogue, markdown, { decisions: new Map([['x.org/z', null]]) })
    expect(kinds(list)).toEqual(['added the-evolution-of-container-usage-at-netflix', 'delisted a'])
  })

  test('a shorter name for the same thing is doubtful too, and rather new', () => {
    const known = catalogueOf(reading('a', { listed: 'Thinking Inside the Container (8 parts) at Riot Games' }))
    const list = match(known, edition(bullet('z', 'Container (8 parts) at Riot Games')))
    expect(list.doubts).toMatchObject([{ candidate: { readingId: 'a' } }])
    expect(list.doubts[0]?.score).toBeGreaterThan(doubtFrom)
    expect(list.doubts[0]?.score).toBeLessThan(0.95)
  })

  test('titles of two organisations are two works, however alike', () => {
    const list = match(catalogueOf(reading('a', { listed: 'Kafka at Yelp' })), edition(bullet('z', 'Kafka at Uber')))
    expect(list.doubts).toEqual([])
  })
})

describe('another list', () => {
  const own = catalogueOf(...['a', 'b', 'c', 'd', 'e'].map((id) => reading(id)))
  const other = `## Scalability\n* Caching\n${bullet('a', 'A by another name')}\n${bullet('y', 'Yak')}\n## More\n${bullet('z', 'Zebra')}`

  test('only adds, names nothing anew, and twice changes nothing', () => {
    const list = match(own, other, { list: undefined, name: 'Awesome zoo' })
    expect(list.list).toEqual({ id: 'awesome-zoo', isNew: true })
    expect(kinds(list)).toEqual(['renamed a', 'added yak', 'added zebra'])
    const after = apply(own, list)
    expect(after.readings.find((r) => r.id === 'a')?.title).toBe('Reading a')
    const again = match(after, other, { list: undefined, name: 'Awesome zoo' })
    expect(again).toMatchObject({ list: { id: 'awesome-zoo', isNew: false }, changes: [] })
  })

  test('that brings a delisted reading back is still another list the second time', () => {
    const catalogue = catalogueOf(reading('a', { delistedOn: '2020-01-01' }), reading('b'), reading('c'))
    const again = edition(bullet('a'))
    const list = match(catalogue, again, { list: undefined, name: 'zoo' })
    expect(kinds(list)).toEqual(['relisted a'])
    expect(match(apply(catalogue, list), again, { list: undefined, name: 'zoo' }).changes).toEqual([])
    const half = catalogueOf(reading('a', { delistedOn: '2020-01-01' }), reading('b'))
    const own = match(half, again, { list: undefined })
    expect(own.list.id).toBeNull()
    expect(match(apply(half, own), again, { list: undefined }).changes).toEqual([])
  })

  test("its next edition delists only its own, and the catalogue's next edition none of its", () => {
    const after = apply(own, match(own, other, { list: undefined, name: 'Awesome zoo' }))
    const next = match(after, `## More\n${bullet('z', 'Zebra')}\n## Scalability\n* Caching\n${bullet('n', 'Marmot')}`, {
      list: undefined,
    })
    expect(next.list.id).toBe('awesome-zoo')
    expect(kinds(next)).toEqual(['added marmot', 'delisted yak'])
    const upstream = match(after, edition(...['a', 'b', 'c'].map((id) => bullet(id))), { list: undefined })
    expect(upstream.list.id).toBe(null)
    expect(kinds(upstream)).toEqual(['renamed a', 'delisted d', 'delisted e'])
  })
})

type Bullet = { section: string; topic: string[]; title: string; url: string }

const words = fc.constantFrom(
  'Kafka',
  'Redis',
  'at',
  'Uber',
  'Yelp',
  'scaling',
  'the',
  'log',
  'cache',
  '2',
  '(2 parts)',
  'naïve',
  '&',
)
const title = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
const url = fc
  .tuple(
    fc.constantFrom('http://x.org/', 'https://www.x.org/', 'https://medium.com/p/t-'),
    fc.constantFrom('a', 'b', 'c', 'd', 'e/', '7bcc457012f1', '1f2e3d4c5b6a'),
  )
  .map((parts) => parts.join(''))
const bullets: fc.Arbitrary<Bullet[]> = fc.array(
  fc.record({
    section: fc.constantFrom('Scalability', 'Book', 'Talk'),
    topic: fc.constantFrom([], ['Caching'], ['caching', 'Redis'], ['Queues'], ['Queues', 'Redis']),
    title,
    url,
  }),
  { maxLength: 25 },
)

function write(all: Bullet[]): string {
  const lines: string[] = []
  for (const section of new Set(all.map((each) => each.section))) {
    lines.push(`## ${section}`)
    const mine = all.filter((each) => each.section === section)
    for (const path of new Set(mine.map((each) => each.topic.join('|')))) {
      const topics = path ? path.split('|') : []
      topics.forEach((topic, depth) => lines.push(`${'\t'.repeat(depth)}* ${topic}`))
      for (const each of mine) {
        if (each.topic.join('|') === path) lines.push(`${'\t'.repeat(topics.length)}* [${each.title}](${each.url})`)
      }
    }
  }
  return lines.join('\n')
}

const empty: Catalogue = { sections: [], topics: [], readings: [] }
const history = fc.array(
  fc.tuple(bullets, fc.constantFrom<string | null | undefined>(null, undefined, 'zoo'), fc.boolean()),
  {
    minLength: 2,
    maxLength: 5,
  },
)

/** Applies one edition after another, deciding every doubt as suggested where asked, and looks at each step. */
function follow(
  editions: [Bullet[], string | null | undefined, boolean][],
  look: (before: Catalogue, list: ChangeList, after: Catalogue, again: ChangeList) => void,
): void {
  let catalogue = empty
  for (const [all, listId, decides] of editions) {
    const parsed = parseAwesomeList(write(all))
    const options: Partial<MatchOptions> = listId === undefined ? {} : { list: listId }
    let list = matchEdition(catalogue, parsed, { day, ...options })
    if (decides) {
      const decisions = new Map(
        list.doubts.map((doubt) => [doubt.key, doubt.suggestion === 'same' ? doubt.candidate.readingId : null]),
      )
      list = matchEdition(catalogue, parsed, { day, ...options, decisions })
    }
    const after = apply(catalogue, list)
    look(catalogue, list, after, matchEdition(after, parsed, { day, ...options }))
    catalogue = after
  }
}

describe('another list', () => {
  test('never moves the address of a reading that it did not bring, and is known by its own address afterwards', () => {
    const catalogue = catalogueOf(reading('a', { listed: 'A long and telling title' }))
    const markdown = edition(bullet('a', 'A long and telling title', 'https://mirror.org/a'))
    const list = match(catalogue, markdown, { list: 'other' })
    expect(list.changes).toMatchObject([
      { kind: 'readdressed', after: { url: 'https://x.org/a', formerUrls: ['https://mirror.org/a'] } },
    ])
    const after = apply(catalogue, list)
    expect(
      match(after, edition(bullet('a', 'Renamed there', 'https://mirror.org/a')), { list: 'other' }),
    ).toMatchObject({
      doubts: [],
      matched: { byAddress: 1 },
    })
  })
})

describe('editions by their day', () => {
  const listedOn = { a: '2018-01-01', b: '2018-01-01', c: '2026-01-15' }
  const old = edition(bullet('a', 'Reading a', 'https://old.org/a'), bullet('b', 'Reading b'))
  const newest = edition(bullet('a'), bullet('c'))
  const known = () =>
    catalogueOf(
      reading('a', { listedOn: listedOn.a, formerUrls: ['https://old.org/a'] }),
      reading('b', { listedOn: listedOn.b, delistedOn: '2019-06-18' }),
      reading('c', { listedOn: listedOn.c }),
    )

  test('an older one sets nothing back: neither addresses nor the days on which works were delisted', () => {
    const list = match(known(), old, { editionDay: '2018-06-01' })
    expect(list).toMatchObject({ changes: [], edition: { isOlder: true } })
    const more = match(known(), old + bullet('d', 'A work that was listed for a while'), { editionDay: '2018-06-01' })
    expect(more.changes).toMatchObject([{ kind: 'added', after: { listedOn: '2018-06-01', delistedOn: '2026-01-15' } }])
  })

  test('taken for the newest, an older one is set right again by the newest, days and all', () => {
    const before = known()
    const set = apply(before, match(before, old))
    const relisted = {
      ...set,
      readings: set.readings.map((r) => (r.id === 'b' ? { ...r, delistedBefore: '2019-06-18' } : r)),
    }
    const after = apply(relisted, match(relisted, newest))
    const facts = (catalogue: Catalogue) => catalogue.readings.map(({ id, url, delistedOn }) => [id, url, delistedOn])
    expect(facts(after)).toEqual(facts(before))
    expect(match(after, newest).changes).toEqual([])
  })

  test('what the newest lacks is gone since the newest day that it proves', () => {
    const all = catalogueOf(...['a', 'b', 'c'].map((id) => reading(id, { listedOn: listedOn[id as 'a'] })))
    expect(match(all, newest).changes).toMatchObject([{ readingId: 'b', after: { delistedOn: '2026-01-15' } }])
    expect(match(all, newest, { editionDay: '2026-03-01' }).changes).toMatchObject([
      { readingId: 'b', after: { delistedOn: '2026-03-01' } },
    ])
  })

  test('every edition with its day, in order, shuffled and twice, ends in the same catalogue', () => {
    const days = ['2018-01-01', '2019-01-01', '2020-01-01', '2021-01-01']
    const works = ['Aardvark', 'Bandicoot', 'Capybara', 'Dromedary', 'Echidna']
    const history = fc.array(fc.subarray(works, { minLength: 2 }), { minLength: 4, maxLength: 4 }).chain((editions) =>
      fc.record({
        editions: fc.constant(editions),
        order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
      }),
    )
    const markdown = (titles: string[], at: number) =>
      edition(
        ...titles.map((title) => bullet(title.toLowerCase(), title, `https://${at > 1 ? 'new' : 'x'}.org/${title}`)),
      )
    const ending = (catalogue: Catalogue) =>
      catalogue.readings.map(({ id, url, delistedOn }) => `${id} ${url} ${delistedOn === null}`).toSorted()
    fc.assert(
      fc.property(history, ({ editions, order }) => {
        const run = (steps: number[]) => {
          let catalogue = catalogueOf()
          for (const at of steps) {
            const options = { editionDay: days[at] as string }
            catalogue = apply(catalogue, match(catalogue, markdown(editions[at] ?? [], at), options))
            catalogue = {
              ...catalogue,
              readings: catalogue.readings.map((one) => ({ ...one, listedOn: one.listedOn ?? options.editionDay })),
            }
          }
          return catalogue
        }
        const newest = editions[3] ?? []
        const listed = (catalogue: Catalogue) => ending(catalogue).filter((line) => line.endsWith('true'))
        const inOrder = run([0, 1, 2, 3])
        expect(listed(inOrder)).toEqual(
          newest.map((title) => `${title.toLowerCase()} https://new.org/${title} true`).toSorted(),
        )
        expect(listed(run([...order, 3]))).toEqual(listed(inOrder))
        expect(ending(run([0, 0, 1, 1, 2, 2, 3, 3]))).toEqual(ending(inOrder))
      }),
      { numRuns: 60 },
    )
  })
})

describe('topics', () => {
  test('one whose name was shortened is known by its readings and by the address that its name gives', () => {
    const catalogue = catalogueOf(...['a', 'b', 'c'].map((id) => reading(id)))
    const list = match(catalogue, `## Scalability\n* Cache\n${['a', 'b', 'c'].map((id) => bullet(id)).join('\n')}`)
    expect(list).toMatchObject({
      newTopics: [],
      changes: [],
      renamedTopics: [{ topicId: 's/caching', title: 'Cache' }],
    })
    const long = {
      ...catalogue,
      topics: [{ id: 's/columnar', sectionId: 's', parentId: null, title: 'Columnar (Databases)' }],
    }
    expect(match(long, `## Scalability\n* Columnar\n${bullet('z', 'A new one')}`).newTopics).toEqual([])
  })
})

describe('any history of editions', () => {
  test('applying and matching again gives no change', () => {
    fc.assert(
      fc.property(history, (editions) => follow(editions, (_b, _l, _a, again) => expect(again.changes).toEqual([]))),
      { numRuns: 100 },
    )
  })

  test('no reading is lost, no id is given twice, no two works take one reading', () => {
    fc.assert(
      fc.property(history, (editions) =>
        follow(editions, (before, list, after) => {
          const ids = after.readings.map((r) => r.id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { id } of before.readings) expect(ids).toContain(id)
          const added = list.changes.filter((change) => change.kind === 'added')
          expect(ids.length).toBe(before.readings.length + added.length)
          const addressed = list.changes.filter((change) => change.kind === 'readdressed' || change.kind === 'added')
          expect(new Set(addressed.map((change) => change.readingId)).size).toBe(addressed.length)
          for (const { listings } of after.readings) {
            expect(listings.length).toBeGreaterThan(0)
            for (const { sectionId, topicId } of listings) {
              expect(after.sections.map((s) => s.id)).toContain(sectionId)
              if (topicId) expect(after.topics.map((t) => t.id)).toContain(topicId)
            }
          }
        }),
      ),
      { numRuns: 100 },
    )
  })

  test('every work of the edition is listed afterwards or waits for a decision', () => {
    fc.assert(
      fc.property(history, (editions) =>
        follow(editions, (_before, list, after, again) => {
          const listed = after.readings.filter((r) => r.delistedOn === null)
          expect(again.matched.byAddress + again.matched.byTitle + again.doubts.length).toBe(list.matched.works)
          expect(listed.length).toBeGreaterThanOrEqual(list.matched.works - again.doubts.length)
        }),
      ),
      { numRuns: 100 },
    )
  })

  test('undoing brings every reading back as it was', () => {
    fc.assert(
      fc.property(history, (editions) =>
        follow(editions, (before, list, after) =>
          expect(undoChanges(after, list.changes).readings).toEqual(before.readings),
        ),
      ),
      { numRuns: 60 },
    )
  })

  test('the same input gives the same list of changes', () => {
    fc.assert(
      fc.property(bullets, bullets, (first, second) => {
        const catalogue = apply(empty, match(empty, write(first)))
        const shuffled = { ...catalogue, readings: catalogue.readings.toReversed() }
        const sorted = (list: ChangeList) =>
          list.changes.toSorted((a, b) => (a.readingId + a.kind < b.readingId + b.kind ? -1 : 1))
        expect(sorted(match(shuffled, write(second)))).toEqual(sorted(match(catalogue, write(second))))
      }),
      { numRuns: 100 },
    )
  })
})

test('20,000 works with new titles and addresses are matched in seconds, not hours', { timeout: 120_000 }, () => {
  const names = [
    'Kafka',
    'Redis',
    'Scaling',
    'Storage',
    'Search',
    'Queue',
    'Cluster',
    'Metrics',
    'Deploys',
    'Graph',
    'Ads',
  ]
  const name = (i: number) => `${names[i % 11]} ${names[(i * 7) % 10]} number ${i} at Company ${i % 190}`
  const present = Array.from({ length: 20_000 }, (_, i) => reading(`r${i}`, { listed: name(i) }))
  const listings = present.map((_, position) => ({
    title: position % 2 ? name(position).toUpperCase() : `On ${name(position)}`,
    url: `https://x.org/n${position}`,
    introduction: false,
    remark: '',
    position,
    line: position + 1,
  }))
  const edition = {
    sections: [{ title: 'Scalability', listings: [], topics: [{ title: 'Caching', listings, topics: [] }] }],
    warnings: [],
  }
  const list = matchEdition(catalogueOf(...present), edition, { day, list: null })
  expect(list.matched.byTitle).toBe(10_000)
  expect(list.doubts.length + list.changes.length).toBeGreaterThan(10_000)
})

test(
  '20,000 works of one title, and one address listed 20,000 times, are matched as fast',
  { timeout: 120_000 },
  () => {
    const many = (host: string, title: (i: number) => string, path: (i: number) => number) => ({
      sections: [
        {
          title: 'Scalability',
          topics: [],
          listings: Array.from({ length: 20_000 }, (_, position) => ({
            title: title(position),
            url: `https://${host}/${path(position)}`,
            introduction: false,
            remark: '',
            position,
            line: position + 1,
          })),
        },
      ],
      warnings: [],
    })
    const options = { day, list: null }
    const slides = (host: string) =>
      many(
        host,
        () => 'Slides',
        (i) => i,
      )
    const first = matchEdition(catalogueOf(), slides('x.org'), options)
    expect(first.changes.at(-1)).toMatchObject({ readingId: 'slides-20000' })
    expect(matchEdition(apply(catalogueOf(), first), slides('y.org'), options).doubts).toHaveLength(20_000)

    const parts = many(
      'x.org',
      (i) => `Part ${i} of it`,
      () => 1,
    )
    const one = apply(catalogueOf(), matchEdition(catalogueOf(), parts, options))
    expect(one.readings.map((each) => each.listings.length)).toEqual([20_000])
    expect(matchEdition(one, parts, options).changes).toEqual([])
  },
)
