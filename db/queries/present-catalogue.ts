import { asc, eq } from 'drizzle-orm'
import type { Catalogue, Listing } from '#lib/catalogue/catalogue-change.ts'
import type { KnownNames } from '#lib/catalogue/listing-facts.ts'
import { db } from '../client.ts'
import {
  catalogueChangeEntries,
  catalogueState,
  listings,
  organisations,
  readings,
  sections,
  technologies,
  topics,
} from '../schema/index.ts'

/** The catalogue as the matcher takes it, with the revision that it is of. */
export async function getPresentCatalogue(): Promise<{ catalogue: Catalogue; known: KnownNames; revision: number }> {
  const places = new Map<string, Listing[]>()
  const rows = db()
    .select({
      readingId: listings.readingId,
      sectionId: listings.sectionId,
      topicId: listings.topicId,
      title: listings.title,
      introduction: listings.introduction,
    })
    .from(listings)
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .orderBy(asc(sections.position), asc(listings.position))
    .all()
  for (const { readingId, ...listing } of rows) {
    const own = places.get(readingId)
    if (own) own.push(listing)
    else places.set(readingId, [listing])
  }
  const lists = listOfAdded()
  const catalogue = {
    sections: db()
      .select({ id: sections.id, title: sections.title })
      .from(sections)
      .orderBy(asc(sections.position))
      .all(),
    topics: db()
      .select({ id: topics.id, sectionId: topics.sectionId, parentId: topics.parentId, title: topics.title })
      .from(topics)
      .orderBy(asc(topics.sectionId), asc(topics.position))
      .all(),
    readings: db()
      .select({
        id: readings.id,
        title: readings.title,
        url: readings.url,
        formerUrls: readings.formerUrls,
        delistedOn: readings.delistedOn,
      })
      .from(readings)
      .all()
      .map((row) => ({ ...row, list: lists.get(row.id) ?? null, listings: places.get(row.id) ?? [] })),
  }
  const names = (table: typeof organisations | typeof technologies) =>
    db()
      .select({ name: table.name })
      .from(table)
      .all()
      .map((row) => row.name)
  return {
    catalogue,
    known: { organisations: names(organisations), technologies: names(technologies) },
    revision: db().select({ revision: catalogueState.revision }).from(catalogueState).get()?.revision ?? 0,
  }
}

/** The list that brought each reading which an import added. */
function listOfAdded(): Map<string, string | null> {
  const rows = db()
    .select({ readingId: catalogueChangeEntries.readingId, after: catalogueChangeEntries.after })
    .from(catalogueChangeEntries)
    .where(eq(catalogueChangeEntries.kind, 'added'))
    .orderBy(asc(catalogueChangeEntries.changeId))
    .all()
  return new Map(rows.map(({ readingId, after }) => [readingId, (after?.list as string | null | undefined) ?? null]))
}
