import { eq, inArray, or } from 'drizzle-orm'
import { listRelated, type Traits } from '#lib/catalogue/related.ts'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { db } from '#db/client.ts'
import { listings, readings, readingTechnologies, topics } from '#db/schema/index.ts'
import { listReadingRows } from './catalogue.ts'

/** The readings that have most to do with this one, by the score of `relatedness`, at most `limit`. */
export async function listRelatedReadings(id: string, limit: number): Promise<ReadingRow[]> {
  const parents = new Map(
    db()
      .select({ id: topics.id, parentId: topics.parentId })
      .from(topics)
      .all()
      .map((topic) => [topic.id, topic.parentId]),
  )
  const [one] = traitsOf([id], parents)
  if (!one) return []
  return listReadingRows(listRelated(one, traitsOf(candidatesFor(one, parents), parents), limit).map(({ id }) => id))
}

type Parents = Map<string, string | null>

/** Readings that share anything with this one: only they can score. */
function candidatesFor(one: Traits, parents: Parents): string[] {
  const roots = new Set(one.topicIds.map((id) => rootOf(id, parents)))
  const near = [...parents.keys()].filter((id) => roots.has(rootOf(id, parents)))
  const rows = db()
    .selectDistinct({ id: readings.id })
    .from(readings)
    .where(
      or(
        one.organisationId === null ? undefined : eq(readings.organisationId, one.organisationId),
        inArray(
          readings.id,
          db().select({ id: listings.readingId }).from(listings).where(inArray(listings.topicId, near)),
        ),
        inArray(
          readings.id,
          db()
            .select({ id: readingTechnologies.readingId })
            .from(readingTechnologies)
            .where(inArray(readingTechnologies.technologyId, [...one.technologyIds])),
        ),
      ),
    )
    .all()
  return rows.map((row) => row.id)
}

function rootOf(id: string, parents: Parents): string {
  const parent = parents.get(id)
  return parent ? rootOf(parent, parents) : id
}

/** The traits of readings, in the catalogue's order of ids. */
function traitsOf(ids: string[], parents: Parents): Traits[] {
  const facts = db()
    .select({ id: readings.id, organisationId: readings.organisationId, delistedOn: readings.delistedOn })
    .from(readings)
    .where(inArray(readings.id, ids))
    .orderBy(readings.id)
    .all()
  const places = db()
    .select({ readingId: listings.readingId, topicId: listings.topicId })
    .from(listings)
    .where(inArray(listings.readingId, ids))
    .all()
  const named = db()
    .select({ readingId: readingTechnologies.readingId, technologyId: readingTechnologies.technologyId })
    .from(readingTechnologies)
    .where(inArray(readingTechnologies.readingId, ids))
    .all()
  const placesOf = Map.groupBy(places, (place) => place.readingId)
  const namedIn = Map.groupBy(named, (row) => row.readingId)
  return facts.map(({ id, organisationId, delistedOn }) => {
    const topicIds = (placesOf.get(id) ?? []).flatMap((place) => place.topicId ?? [])
    return {
      id,
      organisationId,
      topicIds,
      ancestorIds: topicIds.flatMap((topic) => above(topic, parents)),
      technologyIds: (namedIn.get(id) ?? []).map((row) => row.technologyId),
      listed: delistedOn === null,
    }
  })
}

function above(id: string, parents: Parents): string[] {
  const parent = parents.get(id)
  return parent ? [parent, ...above(parent, parents)] : []
}
