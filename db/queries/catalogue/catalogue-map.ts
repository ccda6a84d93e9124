import { asc, isNull } from 'drizzle-orm'
import type { MapSection } from '#lib/catalogue/map-layout.ts'
import { db } from '#db/client.ts'
import { listings, readings as allReadings, sections } from '#db/schema/index.ts'
import { listTopics } from './catalogue.ts'

/** The catalogue as its map shows it: each section's topics with the readings in and below them, each once. */
export async function listMapSections(): Promise<MapSection[]> {
  const nodes = await listTopics()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const topOf = (id: string | null): string | null => {
    const parentId = id === null ? null : (byId.get(id)?.parentId ?? null)
    return parentId === null ? id : topOf(parentId)
  }
  const places = db()
    .select({ readingId: listings.readingId, sectionId: listings.sectionId, topicId: listings.topicId })
    .from(listings)
    .orderBy(asc(listings.sectionId), asc(listings.position))
    .all()
  const onTheList = new Set(
    db()
      .select({ id: allReadings.id })
      .from(allReadings)
      .where(isNull(allReadings.delistedOn))
      .all()
      .map(({ id }) => id),
  )
  const readings = Map.groupBy(places, (place) => topOf(place.topicId) ?? place.sectionId)
  const held = (key: string) => {
    const readingIds = [...new Set((readings.get(key) ?? []).map((place) => place.readingId))]
    return { readingIds, listed: readingIds.filter((id) => onTheList.has(id)).length }
  }
  return db()
    .select({ id: sections.id, title: sections.title })
    .from(sections)
    .orderBy(asc(sections.position))
    .all()
    .map((section) => {
      const own = { path: section.id, title: 'In general', ...held(section.id) }
      const topics = nodes
        .filter((node) => node.sectionId === section.id && node.parentId === null)
        .map((node) => ({ path: node.id, title: node.title, ...held(node.id) }))
      return { ...section, topics: [own, ...topics].filter((topic) => topic.readingIds.length > 0) }
    })
}
