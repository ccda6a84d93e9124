import { asc, eq } from 'drizzle-orm'
import { media } from '#lib/catalogue/minutes.ts'
import { type Column, type Columns, makeColumn } from '#lib/search/facets.ts'
import { type Entry, fixedEntries, type Vocabulary } from '#lib/search/vocabulary.ts'
import { db } from '#db/client.ts'
import {
  listings,
  organisations,
  readingPeople,
  readings,
  readingTechnologies,
  sections,
  technologies,
  topics,
} from '#db/schema/index.ts'

/** What the search keeps in memory of the catalogue: a number a reading, in the catalogue's order, and its facets. */
export interface CatalogueColumns {
  /** The id of reading `n`. */
  ids: string[]
  /** The number of each id. */
  numbers: Map<string, number>
  columns: Columns & Record<'topic' | 'technology' | 'person', Column>
  vocabulary: Vocabulary
  /** The readings' numbers in the orders there are. */
  listed: Uint32Array
  newest: Uint32Array
  shortest: Uint32Array
}

/** Reads the columns of the catalogue that the process's database holds. */
export function loadColumns(): CatalogueColumns {
  const tree = db().select({ id: topics.id, name: topics.title, parentId: topics.parentId }).from(topics).all()
  const places = db()
    .select({ readingId: listings.readingId, sectionId: listings.sectionId, topicId: listings.topicId })
    .from(listings)
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .orderBy(asc(sections.position), asc(listings.position))
    .all()
  const rows = db()
    .select({
      id: readings.id,
      organisationId: readings.organisationId,
      medium: readings.medium,
      minutes: readings.minutes,
      listedOn: readings.listedOn,
      delistedOn: readings.delistedOn,
    })
    .from(readings)
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  // The catalogue's order is that of the first listing; a reading without one comes last.
  const ids = [...new Set([...places.map((place) => place.readingId), ...byId.keys()])]
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  const placesOf = Map.groupBy(places, (place) => place.readingId)
  const upward = ancestry(tree)
  const people = groups(
    db()
      .select({ readingId: readingPeople.readingId, value: readingPeople.name })
      .from(readingPeople)
      .orderBy(asc(readingPeople.position))
      .all(),
  )
  const used = groups(
    db()
      .select({ readingId: readingTechnologies.readingId, value: readingTechnologies.technologyId })
      .from(readingTechnologies)
      .all(),
  )
  const shown = new Set(places.flatMap(({ topicId }) => (topicId === null ? [] : (upward.get(topicId) ?? []))))
  const vocabulary = loadVocabulary(
    tree.filter(({ id }) => shown.has(id)),
    [...new Set([...people.values()].flat())].toSorted(),
  )
  const column = (facet: keyof Vocabulary, idsOf: (id: string) => readonly string[]) =>
    makeColumn(
      vocabulary[facet].map((entry) => entry.id),
      ids.map(idsOf),
    )
  return {
    ids,
    numbers: new Map(ids.map((id, number) => [id, number])),
    vocabulary,
    columns: {
      section: column('section', (id) => (placesOf.get(id) ?? []).map((place) => place.sectionId)),
      topic: column('topic', (id) =>
        (placesOf.get(id) ?? []).flatMap((place) => (place.topicId === null ? [] : (upward.get(place.topicId) ?? []))),
      ),
      organisation: column('organisation', (id) => [byId.get(id)?.organisationId ?? []].flat()),
      technology: column('technology', (id) => used.get(id) ?? []),
      medium: column('medium', (id) => [byId.get(id)?.medium ?? []].flat()),
      listed: column('listed', (id) => [byId.get(id)?.delistedOn === null ? 'listed' : 'delisted']),
      person: column('person', (id) => people.get(id) ?? []),
    },
    listed: Uint32Array.from(ids.keys()),
    newest: orderBy(ids, (a, b) => compare(ordered[b]?.listedOn, ordered[a]?.listedOn)),
    shortest: orderBy(ids, (a, b) => compare(ordered[a]?.minutes, ordered[b]?.minutes)),
  }
}

function loadVocabulary(tree: Entry[], people: string[]): Vocabulary {
  return {
    section: db()
      .select({ id: sections.id, name: sections.title })
      .from(sections)
      .orderBy(asc(sections.position))
      .all(),
    topic: tree.map(({ id, name }) => ({ id, name })),
    organisation: db().select({ id: organisations.id, name: organisations.name }).from(organisations).all(),
    technology: db().select({ id: technologies.id, name: technologies.name }).from(technologies).all(),
    medium: media.map((id) => ({ id, name: `${id[0]?.toUpperCase()}${id.slice(1)}` })),
    listed: [...fixedEntries.listed],
    status: [...fixedEntries.status],
    has: [...fixedEntries.has],
    person: people.map((name) => ({ id: name, name })),
  }
}

/** Each topic's id, with those above it. */
function ancestry(tree: { id: string; parentId: string | null }[]): Map<string, string[]> {
  const parents = new Map(tree.map((topic) => [topic.id, topic.parentId]))
  const upward = (id: string): string[] => {
    const parent = parents.get(id)
    return parent ? [id, ...upward(parent)] : [id]
  }
  return new Map(tree.map((topic) => [topic.id, upward(topic.id)]))
}

function groups(rows: { readingId: string; value: string }[]): Map<string, string[]> {
  const grouped = Map.groupBy(rows, (row) => row.readingId)
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => row.value)]))
}

function orderBy(ids: string[], order: (a: number, b: number) => number): Uint32Array {
  return Uint32Array.from(ids.map((_, number) => number).toSorted(order))
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0
  return a < b ? -1 : 1
}
