import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/client.ts'
import {
  linkChecks,
  listings,
  organisations,
  readings,
  readingTechnologies,
  sections,
  technologies,
  topics,
} from '#db/schema/index.ts'
import { peopleOf } from './catalogue.ts'
import type { Place, ReadingDetail } from '#lib/api/catalogue.ts'

/** Ids of all readings: what the build makes pages for. */
export async function listReadingIds(): Promise<string[]> {
  return db()
    .select({ id: readings.id })
    .from(readings)
    .all()
    .map((row) => row.id)
}

/** A reading with all its facts, or null. */
export async function getReading(id: string): Promise<ReadingDetail | null> {
  const row = db()
    .select({
      id: readings.id,
      title: readings.rowTitle,
      fullTitle: readings.fullTitle,
      workTitle: readings.workTitle,
      published: readings.published,
      url: readings.url,
      formerUrls: readings.formerUrls,
      organisationId: organisations.id,
      organisationName: organisations.name,
      medium: readings.medium,
      parts: readings.parts,
      minutes: readings.minutes,
      minutesBasis: readings.minutesBasis,
      listedOn: readings.listedOn,
      delistedOn: readings.delistedOn,
    })
    .from(readings)
    .leftJoin(organisations, eq(organisations.id, readings.organisationId))
    .where(eq(readings.id, id))
    .get()
  if (!row) return null
  const { organisationId, organisationName, workTitle, published, ...facts } = row
  const check = db()
    .select({
      url: linkChecks.url,
      status: linkChecks.status,
      checkedOn: linkChecks.checkedOn,
      location: linkChecks.location,
      reason: linkChecks.reason,
    })
    .from(linkChecks)
    .where(eq(linkChecks.readingId, id))
    .get()
  return {
    ...facts,
    work: workTitle === null && published === null ? null : { title: workTitle, published },
    organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? organisationId },
    people: peopleOf([id]).get(id) ?? [],
    technologies: db()
      .select({ id: technologies.id, name: technologies.name })
      .from(readingTechnologies)
      .innerJoin(technologies, eq(technologies.id, readingTechnologies.technologyId))
      .where(eq(readingTechnologies.readingId, id))
      .orderBy(asc(technologies.name))
      .all(),
    // A check of an earlier address says nothing of this one.
    link:
      check && check.url === row.url
        ? { status: check.status, checkedOn: check.checkedOn, location: check.location, reason: check.reason }
        : null,
    places: placesOf(id),
  }
}

function placesOf(id: string): Place[] {
  const own = db()
    .select({
      sectionId: sections.id,
      sectionTitle: sections.title,
      topicId: listings.topicId,
      title: listings.title,
      introduction: listings.introduction,
      seedOrder: listings.seedOrder,
    })
    .from(listings)
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .where(eq(listings.readingId, id))
    .orderBy(asc(sections.position), asc(listings.position))
    .all()
  const inSections = [...new Set(own.map((listing) => listing.sectionId))]
  const nodes = new Map(
    db()
      .select({ id: topics.id, slug: topics.slug, title: topics.title, parentId: topics.parentId })
      .from(topics)
      .where(inArray(topics.sectionId, inSections))
      .all()
      .map((node) => [node.id, node]),
  )
  const order = db()
    .select({
      id: readings.id,
      title: readings.fullTitle,
      sectionId: listings.sectionId,
      topicId: listings.topicId,
    })
    .from(listings)
    .innerJoin(readings, eq(readings.id, listings.readingId))
    .where(inArray(listings.sectionId, inSections))
    .orderBy(asc(listings.position))
    .all()
  return own.map((listing) => {
    const path: { slug: string; title: string }[] = []
    for (let node = nodes.get(listing.topicId ?? ''); node; node = nodes.get(node.parentId ?? ''))
      path.unshift({ slug: node.slug, title: node.title })
    const around = [
      ...new Map(
        order
          .filter((other) => other.sectionId === listing.sectionId && other.topicId === listing.topicId)
          .map((other) => [other.id, { id: other.id, title: other.title }]),
      ).values(),
    ]
    const index = around.findIndex((other) => other.id === id)
    return {
      section: { id: listing.sectionId, title: listing.sectionTitle },
      topics: path,
      title: listing.title,
      introduction: listing.introduction,
      seedOrder: listing.seedOrder,
      previous: around[index - 1] ?? null,
      next: around[index + 1] ?? null,
      index: index + 1,
      of: around.length,
    }
  })
}
