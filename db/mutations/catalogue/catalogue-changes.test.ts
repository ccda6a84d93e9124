import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { applyChanges } from '#lib/catalogue/apply-changes.testing.ts'
import { parseAwesomeList } from '#lib/catalogue/parse-awesome-list.ts'
import { db } from '#db/client.ts'
import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'
import { getPresentCatalogue } from '#db/queries/catalogue/present-catalogue.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  listings,
  marks,
  notes,
  organisations,
  allReadings,
  readings,
  sections,
  topics,
} from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { applyBatch } from './catalogue-changes.ts'
import { importList, previewImport } from './import-list.ts'
import { loadCatalogue, readContentFiles } from './load-catalogue.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { undoCatalogueChange } from './undo-catalogue-change.ts'

const now = Date.UTC(2026, 1, 1)
const small = `section: scalability
title: Scalability
position: 1
topics:
  - slug: caching
    title: Caching
    readings:
${['one', 'two', 'three', 'four'].map((id) => `      - { id: ${id}, title: ${title(id)}, url: 'https://x.org/${id}', medium: article, listedOn: 2018-01-01 }`).join('\n')}
  - slug: queues
    title: Queues
    readings:
      - { id: five, title: ${title('five')}, url: 'https://x.org/five', medium: article, listedOn: 2018-01-01, seedOrder: 7 }
`
function title(id: string): string {
  return { one: 'Kangaroo', two: 'Lemming', three: 'Mongoose', four: 'Nightingale', five: 'Ocelot' }[id] ?? id
}
const bullet = (id: string, over = title(id), url = `https://x.org/${id}`) => `\t* [${over}](${url})`
const edition = (caching: string[], queues: string[] = [bullet('five')], more = '') =>
  parseAwesomeList(`## Scalability\n* Caching\n${caching.join('\n')}\n* Queues\n${queues.join('\n')}\n${more}`)
const unchanged = () => edition(['one', 'two', 'three', 'four'].map((id) => bullet(id)))
/** One renamed, one moved, one readdressed, one gone, one new, in a new topic of a new section too. */
const changed = () =>
  edition(
    [
      bullet('one', 'Kangaroo at Uber'),
      bullet('new', 'Porcupine at Acme'),
      bullet('three', title('three'), 'https://y.org/3'),
    ],
    [bullet('two'), bullet('five')],
    `## Zoo\n* Birds\n${bullet('bird', 'Quail')}`,
  )

const load = async () => loadCatalogue([{ name: 'a.yaml', text: small }], now)
const run = (list: ReturnType<typeof unchanged>, choices = {}, at = now) =>
  importList('console', list, { name: 'README.md', ...choices }, at)
const order = () =>
  db()
    .select({ id: listings.readingId })
    .from(listings)
    .where(eq(listings.sectionId, 'scalability'))
    .orderBy(listings.position)
    .all()
    .map(({ id }) => id)
/** All rows of the catalogue's own tables. */
const dump = () => ({
  readings: db().select().from(readings).orderBy(readings.id).all(),
  listings: db().select().from(listings).orderBy(listings.id).all(),
  sections: db().select().from(sections).orderBy(sections.id).all(),
  topics: db().select().from(topics).orderBy(topics.id).all(),
  organisations: db().select().from(organisations).orderBy(organisations.id).all(),
})

beforeEach(async () => {
  await freshDatabase()
})

describe('importing an edition', () => {
  test('that lists the catalogue as it is changes nothing, not even the revision', async () => {
    await load()
    const before = { ...dump(), state: await getCatalogueState() }
    const { changeId } = await run(unchanged())
    expect(changeId).toBeNull()
    expect({ ...dump(), state: await getCatalogueState() }).toEqual(before)
  })

  test('changes the catalogue as the list of changes says, and its revision once', async () => {
    await load()
    const { catalogue } = await getPresentCatalogue()
    const { changeId, preview } = await run(changed())
    expect(changeId).not.toBeNull()
    const after = (await getPresentCatalogue()).catalogue
    const expected = applyChanges(catalogue, preview.changes, {
      sections: preview.newSections,
      topics: preview.newTopics,
    })
    const sorted = (all: typeof after.readings) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(after.readings)).toEqual(sorted(expected.readings))
    expect(after.sections).toEqual(expected.sections)
    expect(after.topics).toEqual(expected.topics)
    expect((await getCatalogueState())?.revision).toBe(2)
    expect(preview.changes.map((change) => change.kind)).toEqual([
      'renamed',
      'added',
      'readdressed',
      'moved',
      'added',
      'delisted',
    ])
  })

  test('puts what is new where the list has it, and leaves all else in its order', async () => {
    await load()
    await run(
      edition([
        bullet('first', 'Aardvark'),
        bullet('one'),
        bullet('two'),
        bullet('between', 'Zebra'),
        bullet('three'),
        bullet('four'),
      ]),
    )
    expect(order()).toEqual(['aardvark', 'one', 'two', 'zebra', 'three', 'four', 'five'])
  })

  test('twice changes nothing the second time', async () => {
    await load()
    await run(changed())
    const before = { ...dump(), state: await getCatalogueState() }
    expect((await run(changed(), {}, now + 86_400_000)).changeId).toBeNull()
    expect({ ...dump(), state: await getCatalogueState() }).toEqual(before)
  })

  test('loses nothing that a person did: a gone reading is delisted and keeps its mark and note', async () => {
    await load()
    const { viewer } = await createPerson()
    await setMark(viewer, 'four', { status: 'done' }, now)
    db()
      .insert(notes)
      .values({ userId: viewer.id, readingId: 'four', markdown: 'mine', version: 1, createdAt: now, updatedAt: now })
      .run()
    await setMark(viewer, 'two', { status: 'reading' }, now)
    await run(changed())
    expect(db().select().from(readings).where(eq(readings.id, 'four')).get()).toMatchObject({
      delistedOn: '2026-02-01',
    })
    expect(db().select().from(marks).all()).toHaveLength(2)
    expect(db().select().from(notes).all()).toHaveLength(1)
  })

  test('a new reading comes with its facts: organisation, estimate, day', async () => {
    await load()
    await run(changed())
    expect(db().select().from(readings).where(eq(readings.id, 'porcupine-at-acme')).get()).toMatchObject({
      title: 'Porcupine',
      organisationId: 'acme',
      fullTitle: 'Porcupine at Acme',
      minutes: 8,
      minutesBasis: 'rule',
      listedOn: '2026-02-01',
      shipped: null,
    })
  })

  test('what the person left out stays as it is', async () => {
    await load()
    const choices = { skip: new Set(['three']), without: new Set(['moved', 'delisted'] as const) }
    const { preview } = await run(changed(), choices)
    expect(preview.changes.map((change) => change.kind)).toEqual(['renamed', 'added', 'added'])
    expect(db().select().from(readings).where(eq(readings.id, 'three')).get()?.url).toBe('https://x.org/three')
  })

  test('worked out for an older revision is refused whole', async () => {
    await load()
    const { revision } = await previewImport('console', changed(), { name: 'README.md' }, now)
    await run(edition(['one', 'two', 'three'].map((id) => bullet(id))))
    const before = dump()
    await expect(importList('console', changed(), { name: 'README.md' }, now, revision)).rejects.toMatchObject({
      status: 409,
    })
    expect(dump()).toEqual(before)
  })

  test('is refused by the transaction itself when another process was quicker', async () => {
    await load()
    const { changes, revision } = await previewImport('console', changed(), { name: 'x' }, now)
    await run(edition(['one', 'two', 'three'].map((id) => bullet(id))))
    const batch = { source: 'import' as const, title: 'x', changes, revision }
    await expect(applyBatch('console', batch, now)).rejects.toMatchObject({ status: 409 })
  })

  test('by somebody who is no admin is refused', async () => {
    await load()
    const { viewer } = await createPerson()
    await expect(importList(viewer, changed(), { name: 'x' }, now)).rejects.toMatchObject({ status: 403 })
    await expect(previewImport(viewer, changed(), { name: 'x' }, now)).rejects.toMatchObject({ status: 403 })
    await expect(undoCatalogueChange(viewer, undefined, now)).rejects.toMatchObject({ status: 403 })
    const admin = await createPerson({ role: 'admin' })
    expect((await importList(admin.viewer, changed(), { name: 'x' }, now)).changeId).not.toBeNull()
  })

  test('of another list only adds, and the catalogue’s next edition leaves it alone', async () => {
    await load()
    const zoo = parseAwesomeList(`# Zoo\n## Scalability\n* Birds\n${bullet('bird', 'Quail')}\n${bullet('one', 'Roo')}`)
    const { preview } = await run(zoo, { name: 'zoo.md' })
    expect(preview.list).toEqual({ id: 'zoo-md', isNew: true })
    expect((await run(zoo, { name: 'zoo.md' })).changeId).toBeNull()
    const { preview: next } = await run(unchanged())
    expect(next.list.id).toBeNull()
    expect(next.changes.filter((change) => change.kind === 'delisted')).toEqual([])
    expect(db().select().from(readings).where(eq(readings.id, 'quail')).get()?.delistedOn).toBeNull()
  })
})

describe('undoing', () => {
  test('brings every row of the catalogue back as it was, and is recorded', async () => {
    await load()
    const before = dump()
    const { changeId } = await run(changed())
    const result = await undoCatalogueChange('console', undefined, now + 5)
    expect(result).toMatchObject({ id: changeId, stayed: 0 })
    expect(dump()).toEqual(before)
    expect((await getCatalogueState())?.revision).toBe(3)
    expect(db().select().from(catalogueChanges).orderBy(catalogueChanges.id).all()).toMatchObject([
      { source: 'import', undoneAt: now + 5 },
      { source: 'undo', undoneAt: null },
    ])
    expect((await run(changed())).preview.changes).toHaveLength(6)
  })

  test('two imports one after the other brings the first state back', async () => {
    await load()
    const before = dump()
    await run(changed())
    const between = dump()
    await run(
      edition([bullet('four'), bullet('one')], [bullet('three'), bullet('new', 'Porcupine at Acme')]),
      {},
      now + 1,
    )
    await undoCatalogueChange('console', undefined, now + 2)
    expect(dump()).toEqual(between)
    await undoCatalogueChange('console', undefined, now + 3)
    expect(dump()).toEqual(before)
    await expect(undoCatalogueChange('console', undefined, now + 4)).rejects.toMatchObject({ status: 404 })
  })

  test('of several imports in any order brings the first state back', async () => {
    const editions = [
      changed(),
      edition([bullet('one', 'Kangaroo thrice', 'https://z.org/1'), bullet('four')], [bullet('three'), bullet('two')]),
      unchanged(),
    ]
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
    ]) {
      await freshDatabase()
      await load()
      const before = (await getPresentCatalogue()).catalogue
      const ids: string[] = []
      for (const [at, each] of editions.entries()) {
        ids.push((await importList('console', each, { name: 'x', list: null }, now + at * 1000)).changeId ?? '')
      }
      for (const [at, which] of order.entries()) {
        await undoCatalogueChange('console', ids[which], now + 10_000 + at)
      }
      const after = (await getPresentCatalogue()).catalogue
      expect(after, order.join()).toEqual(before)
    }
  })

  test('an added reading that somebody marked delists it and keeps the mark', async () => {
    await load()
    await run(changed())
    const { viewer } = await createPerson()
    await setMark(viewer, 'porcupine-at-acme', { status: 'queued' }, now)
    await undoCatalogueChange('console', undefined, now)
    expect(db().select().from(marks).all()).toMatchObject([{ readingId: 'porcupine-at-acme' }])
    expect(db().select().from(readings).where(eq(readings.id, 'porcupine-at-acme')).get()?.delistedOn).toBe(
      '2026-02-01',
    )
    expect(db().select().from(readings).where(eq(readings.id, 'quail')).get()).toBeUndefined()
  })

  test('an added reading that somebody once studied delists it too: their days keep what they read', async () => {
    await load()
    await run(changed())
    const { viewer } = await createPerson()
    await setMark(viewer, 'quail', { status: 'done' }, now)
    db().delete(marks).run()
    await undoCatalogueChange('console', undefined, now)
    expect(db().select().from(readings).where(eq(readings.id, 'quail')).get()?.delistedOn).toBe('2026-02-01')
  })

  test('leaves what somebody changed since', async () => {
    await load()
    await run(changed())
    db().update(allReadings).set({ url: 'https://z.org/3' }).where(eq(allReadings.id, 'three')).run()
    const result = await undoCatalogueChange('console', undefined, now)
    expect(db().select().from(readings).where(eq(readings.id, 'three')).get()?.url).toBe('https://z.org/3')
    expect(result.undone).toBeGreaterThan(0)
  })

  test('twice is refused, and so is undoing an undo', async () => {
    await load()
    const { changeId } = await run(changed())
    await undoCatalogueChange('console', changeId ?? '', now)
    await expect(undoCatalogueChange('console', changeId ?? '', now)).rejects.toMatchObject({ status: 409 })
    const undo = db().select().from(catalogueChanges).where(eq(catalogueChanges.source, 'undo')).get()
    await expect(undoCatalogueChange('console', undo?.id, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the shipped catalogue', () => {
  test('written as a list and imported again changes nothing', async () => {
    await loadCatalogue(readContentFiles(), now)
    const before = dump()
    const { changeId, preview } = await run(parseAwesomeList(await asMarkdown()))
    expect(preview.doubts).toEqual([])
    expect(preview.changes.map((change) => `${change.kind} ${change.readingId}`)).toEqual([])
    expect(changeId).toBeNull()
    expect(dump()).toEqual(before)
  })

  test('shuffled, shortened and renamed is imported and undone without a trace', async () => {
    await loadCatalogue(readContentFiles(), now)
    const before = dump()
    const lines = (await asMarkdown()).split('\n')
    const next = lines.flatMap((line, i) => {
      if (i % 17 === 3 && line.startsWith('* [')) return []
      if (i % 23 === 5) return line.replace('[', '[On ')
      return i % 29 === 7 ? line.replace('](http', '](https://moved.example/?was=http') : line
    })
    const { preview } = await run(parseAwesomeList(next.join('\n')))
    expect(preview.changes.length).toBeGreaterThan(20)
    expect(db().select().from(catalogueChangeEntries).all()).toHaveLength(preview.changes.length)
    await undoCatalogueChange('console', undefined, now)
    expect(dump()).toEqual(before)
  })
})

/** The listed readings of the catalogue as an awesome list. */
async function asMarkdown(): Promise<string> {
  const { catalogue } = await getPresentCatalogue()
  const lines: string[] = []
  const listed = catalogue.readings.filter((reading) => reading.delistedOn === null)
  const rows = db().select().from(listings).orderBy(listings.sectionId, listings.position).all()
  const urls = new Map(listed.map((reading) => [reading.id, reading.url]))
  const write = (sectionId: string, parentId: string | null, depth: number) => {
    for (const topic of catalogue.topics.filter((each) => each.sectionId === sectionId && each.parentId === parentId)) {
      const own = rows.filter((row) => row.topicId === topic.id && urls.has(row.readingId))
      const head = own.find((row) => row.introduction)
      const indent = '\t'.repeat(depth)
      lines.push(
        head ? `${indent}* [${escape(topic.title)}](${urls.get(head.readingId)})` : `${indent}* ${escape(topic.title)}`,
      )
      for (const row of own)
        if (row !== head) lines.push(`${indent}\t* [${escape(row.title)}](${urls.get(row.readingId)})`)
      write(sectionId, topic.id, depth + 1)
    }
  }
  for (const section of catalogue.sections) {
    lines.push(`## ${section.title}`)
    for (const row of rows) {
      if (row.sectionId === section.id && row.topicId === null && urls.has(row.readingId)) {
        lines.push(`* [${escape(row.title)}](${urls.get(row.readingId)})`)
      }
    }
    write(section.id, null, 0)
  }
  return lines.join('\n')
}

function escape(text: string): string {
  return text.replace(/[\\[\]*_`<>&~]/g, String.raw`\$&`)
}
