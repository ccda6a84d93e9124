import { and, asc, eq } from 'drizzle-orm'
import type { Medium } from '#lib/catalogue/minutes.ts'
import { db } from '#db/client.ts'
import { linkChecks, listings, organisations, readings, sections, topics } from '#db/schema/index.ts'
import { getCatalogueState } from './catalogue-state.ts'

/** What of the catalogue coverage and picking need: the same for everybody, and read again when it changes. */
export interface CatalogueShape {
  sections: { id: string; title: string }[]
  topics: { id: string; sectionId: string; parentId: string | null; title: string }[]
  listings: { readingId: string; sectionId: string; topicId: string | null; introduction: boolean }[]
  readings: {
    id: string
    title: string
    medium: Medium
    minutes: number
    parts: number
    organisationId: string | null
    isDead: boolean
  }[]
  organisations: Map<string, string>
}

let kept: { revision: number; client: unknown; shape: CatalogueShape } | undefined

/** The catalogue's shape, from memory while its revision is the same. */
export async function getCatalogueShape(): Promise<CatalogueShape> {
  const revision = (await getCatalogueState())?.revision ?? 0
  const client = db().$client
  if (kept?.revision !== revision || kept.client !== client) kept = { revision, client, shape: readShape() }
  return kept.shape
}

function readShape(): CatalogueShape {
  return {
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
    listings: db()
      .select({
        readingId: listings.readingId,
        sectionId: listings.sectionId,
        topicId: listings.topicId,
        introduction: listings.introduction,
      })
      .from(listings)
      .orderBy(asc(listings.sectionId), asc(listings.position))
      .all(),
    readings: db()
      .select({
        id: readings.id,
        title: readings.fullTitle,
        medium: readings.medium,
        minutes: readings.minutes,
        parts: readings.parts,
        organisationId: readings.organisationId,
        link: linkChecks.status,
        delistedOn: readings.delistedOn,
      })
      .from(readings)
      .leftJoin(linkChecks, and(eq(linkChecks.readingId, readings.id), eq(linkChecks.url, readings.url)))
      .all()
      .map(({ link, delistedOn, ...row }) => ({ ...row, isDead: link === 'dead' || delistedOn !== null })),
    organisations: new Map(
      db()
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .all()
        .map(({ id, name }) => [id, name]),
    ),
  }
}
