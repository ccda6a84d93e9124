import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { GridTopic } from '#lib/sharing/progress-grid.ts'
import { db } from '#db/client.ts'
import { items, listings, sections, topics } from '#db/schema/index.ts'
import { requireRole } from './memberships.ts'

/**
 * The topics that a plan's readings stand under, each with the plan's items of it, in the catalogue's order. A reading
 * straight under a section counts to the section; one that is listed twice counts to both.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listPlanTopics(viewer: Viewer, planId: string): Promise<GridTopic[]> {
  await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({
      itemId: items.id,
      topicId: topics.id,
      topicTitle: topics.title,
      sectionId: sections.id,
      sectionTitle: sections.title,
    })
    .from(items)
    .innerJoin(listings, eq(listings.readingId, items.readingId))
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .leftJoin(topics, eq(topics.id, listings.topicId))
    .where(and(eq(items.planId, planId), eq(items.kind, 'read')))
    .orderBy(asc(sections.position), asc(topics.position))
    .all()
  const found = new Map<string, GridTopic & { itemIds: string[] }>()
  for (const { itemId, topicId, topicTitle, sectionId, sectionTitle } of rows) {
    const id = topicId ?? sectionId
    const topic = found.get(id) ?? { id, title: topicTitle ?? sectionTitle, itemIds: [] }
    found.set(id, { ...topic, itemIds: [...new Set([...topic.itemIds, itemId])] })
  }
  return [...found.values()]
}
