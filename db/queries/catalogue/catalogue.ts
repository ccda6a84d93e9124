import { and, asc, count, desc, eq, inArray, sum } from 'drizzle-orm'
import { groupRows, type PlacedRow } from '#lib/catalogue/group-rows.ts'
import { placeTitle } from '#lib/catalogue/reading-titles.ts'
import type { ReadingGroup, ReadingRow, TopicNode } from '#lib/catalogue/reading-row.ts'
import { db } from '#db/client.ts'
import { linkChecks, listings, organisations, readingPeople, readings, sections, topics } from '#db/schema/index.ts'

/** A section with what it holds; minutes are of its readings, each once. */
export interface SectionSummary {
  id: string
  title: string
  readings: number
  minutes: number
}

/** All sections in their order. */
export async function listSections(): Promise<SectionSummary[]> {
  const placed = db()
    .selectDistinct({ sectionId: listings.sectionId, readingId: listings.readingId })
    .from(listings)
    .as('placed')
  const rows = db()
    .select({ id: sections.id, title: sections.title, readings: count(readings.id), minutes: sum(readings.minutes) })
    .from(sections)
    .leftJoin(placed, eq(placed.sectionId, sections.id))
    .leftJoin(readings, eq(readings.id, placed.readingId))
    .groupBy(sections.id)
    .orderBy(asc(sections.position))
    .all()
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes ?? 0) }))
}

/** A section's topics that list something, depth first; all sections' where none is named. */
export async function listTopics(sectionId?: string): Promise<(TopicNode & { sectionId: string })[]> {
  const nodes = listAllTopics(sectionId)
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]))
  const used = new Set<string>()
  for (const { topicId } of db().selectDistinct({ topicId: listings.topicId }).from(listings).all())
    for (let id = topicId; id && !used.has(id); id = parents.get(id) ?? null) used.add(id)
  return nodes.filter(({ id }) => used.has(id))
}

/** With those that are empty since their readings moved: their pages stay. */
function listAllTopics(sectionId?: string): (TopicNode & { sectionId: string })[] {
  return db()
    .select({
      id: topics.id,
      sectionId: topics.sectionId,
      slug: topics.slug,
      title: topics.title,
      parentId: topics.parentId,
      depth: topics.depth,
    })
    .from(topics)
    .where(sectionId === undefined ? undefined : eq(topics.sectionId, sectionId))
    .orderBy(asc(topics.sectionId), asc(topics.position))
    .all()
}

/** A section with all its readings, grouped by topic in the list's order; null when there is no such section. */
export async function getSection(
  id: string,
): Promise<{ id: string; title: string; topics: TopicNode[]; groups: ReadingGroup[] } | null> {
  const section = db()
    .select({ id: sections.id, title: sections.title })
    .from(sections)
    .where(eq(sections.id, id))
    .get()
  if (!section) return null
  const nodes = await listTopics(id)
  return { ...section, topics: nodes, groups: groupRows(listRows(id), nodes, null) }
}

/** A topic with its ancestors, its own readings and those of the topics below it; null when there is none such. */
export async function getTopic(
  sectionId: string,
  slug: string,
): Promise<{
  section: { id: string; title: string }
  topic: TopicNode
  ancestors: TopicNode[]
  siblings: TopicNode[]
  groups: ReadingGroup[]
} | null> {
  const section = db()
    .select({ id: sections.id, title: sections.title })
    .from(sections)
    .where(eq(sections.id, sectionId))
    .get()
  if (!section) return null
  const nodes = listAllTopics(sectionId)
  const topic = nodes.find((node) => node.slug === slug)
  if (!topic) return null
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ancestors: TopicNode[] = []
  for (let id = topic.parentId; id !== null; id = ancestors[0]?.parentId ?? null) {
    const parent = byId.get(id)
    if (!parent) break
    ancestors.unshift(parent)
  }
  const isWithin = (node: TopicNode): boolean =>
    node.id === topic.id || (node.parentId !== null && isWithin(byId.get(node.parentId) ?? { ...node, parentId: null }))
  const within = nodes.filter(isWithin)
  return {
    section,
    topic,
    ancestors,
    siblings: nodes.filter((node) => node.parentId === topic.parentId),
    groups: groupRows(
      listRows(
        sectionId,
        within.map((node) => node.id),
      ),
      within,
      topic.parentId,
    ),
  }
}

/** Rows for these readings, in the order given; unknown ids are left out. */
export async function listReadingRows(ids: string[]): Promise<ReadingRow[]> {
  if (ids.length === 0) return []
  const rows = db()
    .select(rowColumns)
    .from(readings)
    .leftJoin(organisations, eq(organisations.id, readings.organisationId))
    .leftJoin(linkChecks, and(eq(linkChecks.readingId, readings.id), eq(linkChecks.url, readings.url)))
    .where(inArray(readings.id, ids))
    .all()
  const people = peopleOf(rows.map((row) => row.id))
  const byId = new Map(rows.map((row) => [row.id, { ...row, people: people.get(row.id) ?? [], introduction: false }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The columns of a row that leave the server. */
export const rowColumns = {
  id: readings.id,
  title: readings.rowTitle,
  url: readings.url,
  organisation: organisations.name,
  medium: readings.medium,
  minutes: readings.minutes,
  minutesBasis: readings.minutesBasis,
  parts: readings.parts,
  delistedOn: readings.delistedOn,
  link: linkChecks.status,
}

function listRows(sectionId: string, topicIds?: string[]): PlacedRow[] {
  const rows = db()
    .select({
      ...rowColumns,
      topicId: listings.topicId,
      introduction: listings.introduction,
      named: readings.title,
      listed: listings.title,
    })
    .from(listings)
    .innerJoin(readings, eq(readings.id, listings.readingId))
    .leftJoin(organisations, eq(organisations.id, readings.organisationId))
    .leftJoin(linkChecks, and(eq(linkChecks.readingId, readings.id), eq(linkChecks.url, readings.url)))
    .where(and(eq(listings.sectionId, sectionId), topicIds ? inArray(listings.topicId, topicIds) : undefined))
    .orderBy(asc(listings.position))
    .all()
  const ids = rows.map((row) => row.id)
  const people = peopleOf(ids)
  const first = firstListed(ids)
  return rows.map(({ named, listed, ...row }) => ({
    ...row,
    title: placeTitle(
      { title: named, rowTitle: row.title, organisation: row.organisation },
      { listed, first: first.get(row.id) ?? listed, introduction: row.introduction },
    ),
    people: people.get(row.id) ?? [],
  }))
}

/** What the list says of each reading at its first place. */
function firstListed(ids: string[]): Map<string, string> {
  const rows = db()
    .select({ readingId: listings.readingId, title: listings.title })
    .from(listings)
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .where(inArray(listings.readingId, ids))
    .orderBy(desc(sections.position), desc(listings.position))
    .all()
  return new Map(rows.map((row) => [row.readingId, row.title]))
}

/** Names by reading, in their order. */
export function peopleOf(ids: string[]): Map<string, string[]> {
  const rows = db()
    .select({ readingId: readingPeople.readingId, name: readingPeople.name })
    .from(readingPeople)
    .where(inArray(readingPeople.readingId, ids))
    .orderBy(asc(readingPeople.position))
    .all()
  const people = new Map<string, string[]>()
  for (const row of rows) people.set(row.readingId, [...(people.get(row.readingId) ?? []), row.name])
  return people
}
