import { asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { ReadingRow } from '#lib/catalogue/reading-row.ts'
import { db } from '#db/client.ts'
import {
  listings,
  organisations,
  readings,
  readingTechnologies,
  sections,
  technologies,
  topics,
} from '#db/schema/index.ts'
import { listReadingRows } from './catalogue.ts'

/** An organisation or a technology. */
export interface Named {
  id: string
  name: string
}

/** Readings of one kind in one topic, or straight under a section. */
export interface TopicRows {
  /** Below `/catalogue/`. */
  path: string
  section: string
  /** Null straight under the section. */
  topic: string | null
  rows: ReadingRow[]
}

/** What there is of an organisation or a technology: its readings by topic, and who or what they also name. */
export interface Portrait extends Named {
  groups: TopicRows[]
  /** Technologies that the readings name, or organisations that they are of; the most frequent first. */
  alongside: (Named & { readings: number })[]
}

/** All organisations that have readings, by name, each with its readings' ids in no order. */
export async function listOrganisations(): Promise<(Named & { readingIds: string[] })[]> {
  const rows = db()
    .select({ id: organisations.id, name: organisations.name, readingId: readings.id })
    .from(organisations)
    .innerJoin(readings, eq(readings.organisationId, organisations.id))
    .orderBy(asc(organisations.name))
    .all()
  const grouped = [...Map.groupBy(rows, (row) => row.id).values()]
  return grouped.flatMap((own) => {
    const [first] = own
    return first ? { id: first.id, name: first.name, readingIds: own.map((row) => row.readingId) } : []
  })
}

/** Ids of all technologies that some reading names. */
export async function listTechnologyIds(): Promise<string[]> {
  const rows = db().selectDistinct({ id: readingTechnologies.technologyId }).from(readingTechnologies).all()
  return rows.map((row) => row.id)
}

/** What an organisation has written about; null when nothing is known of it. */
export async function getOrganisation(id: string): Promise<Portrait | null> {
  const named = db()
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id))
    .get()
  const groups = named ? await listByTopic(eq(readings.organisationId, id)) : []
  if (!named || groups.length === 0) return null
  const alongside = db()
    .select({ id: technologies.id, name: technologies.name, readings: count() })
    .from(technologies)
    .innerJoin(readingTechnologies, eq(readingTechnologies.technologyId, technologies.id))
    .innerJoin(readings, eq(readings.id, readingTechnologies.readingId))
    .where(eq(readings.organisationId, id))
    .groupBy(technologies.id)
    .orderBy(desc(count()), asc(technologies.name))
    .all()
  return { ...named, groups, alongside }
}

/** What has been written about a technology; null when nothing has. */
export async function getTechnology(id: string): Promise<Portrait | null> {
  const named = db()
    .select({ id: technologies.id, name: technologies.name })
    .from(technologies)
    .where(eq(technologies.id, id))
    .get()
  const naming = db()
    .select({ id: readingTechnologies.readingId })
    .from(readingTechnologies)
    .where(eq(readingTechnologies.technologyId, id))
  const groups = named ? await listByTopic(inArray(readings.id, naming)) : []
  if (!named || groups.length === 0) return null
  const alongside = db()
    .select({ id: organisations.id, name: organisations.name, readings: count() })
    .from(organisations)
    .innerJoin(readings, eq(readings.organisationId, organisations.id))
    .where(inArray(readings.id, naming))
    .groupBy(organisations.id)
    .orderBy(desc(count()), asc(organisations.name))
    .all()
  return { ...named, groups, alongside }
}

/** Readings by the topic that lists them first, in the catalogue's order. */
async function listByTopic(which: SQL): Promise<TopicRows[]> {
  const places = db()
    .select({
      readingId: readings.id,
      sectionId: sections.id,
      section: sections.title,
      topicId: topics.id,
      topic: topics.title,
    })
    .from(readings)
    .innerJoin(listings, eq(listings.readingId, readings.id))
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .leftJoin(topics, eq(topics.id, listings.topicId))
    .where(which)
    .orderBy(asc(sections.position), asc(listings.position))
    .all()
  const first = [...Map.groupBy(places, (place) => place.readingId).values()].flatMap(([place]) => place ?? [])
  const rows = new Map((await listReadingRows(first.map((place) => place.readingId))).map((row) => [row.id, row]))
  return [...Map.groupBy(first, (place) => place.topicId ?? place.sectionId)].flatMap(([path, own]) => {
    const [place] = own
    if (!place) return []
    return {
      path,
      section: place.section,
      topic: place.topic,
      rows: own.flatMap(({ readingId }) => rows.get(readingId) ?? []),
    }
  })
}
