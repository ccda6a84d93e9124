import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm'
import { type ContentFile, parseCatalogue } from '#lib/catalogue/check-content.ts'
import type { ContentListing, ContentReading, ContentSection } from '#lib/catalogue/content.ts'
import { diffStates } from '#lib/catalogue/diff-states.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { getCatalogueState } from '#db/queries/catalogue/catalogue-state.ts'
import { readStates } from '#db/queries/catalogue/reading-states.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { listings, allReadings, readings, sections, topics } from '#db/schema/index.ts'
import { recordShipped } from './catalogue-changes.ts'
import { bumpRevision } from './catalogue-state.ts'
import { mergeReadings } from './merge-readings.ts'
import { deriveTitles } from './reading-titles.ts'
import { setReadingFacts } from './readings.ts'

/** The shipped catalogue: one file a section. */
export const catalogueFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db/content/catalogue')

/** Counts up when the loader reads the same files differently, or the search index is made otherwise. */
const loaderVersion = 4

/** Reads the content files of a folder, in the order of their names. */
export function readContentFiles(folder = catalogueFolder): ContentFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name: `db/content/catalogue/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
}

/** What a load did. */
export interface LoadResult {
  changed: boolean
  readings: number
  listings: number
}

/**
 * Loads the shipped catalogue in one transaction; does nothing when the database holds this very content.
 * A fact that an import or an admin changed since keeps its value unless the shipped one changed too. Readings that
 * the content no longer has are delisted, never deleted; those that it merged into another leave what hangs on them to
 * that one.
 * @param now milliseconds, UTC: the day of a delisting, and of the revision.
 * @throws BadContent before anything is written.
 */
export async function loadCatalogue(files: ContentFile[], now: number): Promise<LoadResult> {
  const hash = createHash('sha256')
    .update(JSON.stringify([loaderVersion, files]))
    .digest('hex')
  const content = parseCatalogue(files)
  const counts = {
    readings: content.reduce((sum, section) => sum + section.readings.length, 0),
    listings: content.reduce((sum, section) => sum + section.listings.length, 0),
  }
  const state = await getCatalogueState()
  if (state?.contentHash === hash) return { changed: false, ...counts }
  await transaction((tx) => {
    const before = readStates(tx)
    loadTree(tx, content)
    loadReadings(tx, content, new Date(now).toISOString().slice(0, 10))
    for (const section of content)
      for (const { id, mergedIds } of section.readings)
        for (const merged of mergedIds) mergeReadings(tx, merged, id, now)
    deriveTitles(tx)
    removeEmptyTopics(tx, content)
    if (before.size > 0) recordShipped(tx, diffStates(before, readStates(tx)), now)
    rebuildSearchIndex(tx)
    bumpRevision(tx, now, hash)
  })
  return { changed: true, ...counts }
}

function loadTree(tx: Transaction, content: ContentSection[]): void {
  for (const section of content) {
    const row = { id: section.id, title: section.title, position: section.position }
    tx.insert(sections).values(row).onConflictDoUpdate({ target: sections.id, set: row }).run()
    for (const topic of section.topics) {
      const row = {
        id: `${section.id}/${topic.slug}`,
        sectionId: section.id,
        parentId: topic.parentSlug === null ? null : `${section.id}/${topic.parentSlug}`,
        slug: topic.slug,
        title: topic.title,
        position: topic.position,
        depth: topic.depth,
      }
      tx.insert(topics).values(row).onConflictDoUpdate({ target: topics.id, set: row }).run()
    }
  }
}

function loadReadings(tx: Transaction, content: ContentSection[], today: string): void {
  const all = content.flatMap((section) => section.readings)
  const places = new Map<string, { sectionId: string; listing: ContentListing }[]>()
  for (const section of content)
    for (const listing of section.listings)
      places.set(listing.readingId, [...(places.get(listing.readingId) ?? []), { sectionId: section.id, listing }])

  const present = new Map(
    tx
      .select({ id: readings.id, shipped: readings.shipped })
      .from(readings)
      .all()
      .map((row) => [row.id, row.shipped]),
  )
  for (const reading of all) {
    const own = places.get(reading.id) ?? []
    const shipped = {
      ...reading,
      listings: own.map(({ sectionId, listing: { position: _, ...rest } }) => [sectionId, rest]),
    }
    const before = present.get(reading.id)
    const changed = (Object.keys(shipped) as (keyof typeof shipped)[]).filter(
      (fact) => !before || JSON.stringify(before[fact]) !== JSON.stringify(shipped[fact]),
    )
    if (changed.length > 0) {
      const facts = Object.fromEntries(
        changed.filter((fact) => fact !== 'listings').map((fact) => [fact, reading[fact as keyof ContentReading]]),
      )
      setReadingFacts(tx, reading.id, facts)
      tx.update(allReadings).set({ shipped }).where(eq(allReadings.id, reading.id)).run()
    }
    if (changed.includes('listings')) {
      tx.delete(listings).where(eq(listings.readingId, reading.id)).run()
      for (const { sectionId, listing } of own) insertListing(tx, sectionId, listing)
    } else {
      for (const { sectionId, listing } of own)
        tx.update(listings)
          .set({ position: listing.position })
          .where(and(eq(listings.id, listingId(sectionId, listing)), eq(listings.origin, 'shipped')))
          .run()
    }
  }
  const gone = [...present].filter(([id, shipped]) => shipped !== null && !places.has(id)).map(([id]) => id)
  if (gone.length > 0)
    tx.update(allReadings)
      .set({ delistedOn: today })
      .where(and(inArray(allReadings.id, gone), isNull(allReadings.delistedOn)))
      .run()
}

/** A reading may stand twice in one topic under two titles: its place in the 2018 edition tells them apart. */
function listingId(sectionId: string, listing: ContentListing): string {
  const topic = listing.topicSlug === null ? sectionId : `${sectionId}/${listing.topicSlug}`
  return `${listing.readingId}@${topic}${listing.seedOrder === null ? '' : `#${listing.seedOrder}`}`
}

function insertListing(tx: Transaction, sectionId: string, listing: ContentListing): void {
  tx.insert(listings)
    .values({
      id: listingId(sectionId, listing),
      readingId: listing.readingId,
      sectionId,
      topicId: listing.topicSlug === null ? null : `${sectionId}/${listing.topicSlug}`,
      title: listing.title,
      introduction: listing.introduction,
      position: listing.position,
      seedOrder: listing.seedOrder,
      origin: 'shipped',
    })
    .run()
}

/** Topics that the content dropped go, deepest first, once nothing is listed in them. */
function removeEmptyTopics(tx: Transaction, content: ContentSection[]): void {
  const kept = content.flatMap((section) => section.topics.map((topic) => `${section.id}/${topic.slug}`))
  for (let level = 0; level < 3; level++) {
    const used = tx.selectDistinct({ id: listings.topicId }).from(listings).where(isNotNull(listings.topicId))
    const parents = tx.selectDistinct({ id: topics.parentId }).from(topics).where(isNotNull(topics.parentId))
    tx.delete(topics)
      .where(and(notInArray(topics.id, kept), notInArray(topics.id, used), notInArray(topics.id, parents)))
      .run()
  }
}
