import { and, asc, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '../client.ts'
import { listEntries, marks } from '../schema/index.ts'

/** The id of the list that keeps the order of a viewer's queue. */
export function queueId(viewer: Viewer): string {
  return `queue:${viewer.id}`
}

/**
 * Ids of the readings that the viewer has queued, in the viewer's own order. What is queued is said by the marks; the
 * list only keeps the order, and what was queued since comes last.
 */
export async function listQueue(viewer: Viewer): Promise<string[]> {
  return db()
    .select({ readingId: marks.readingId })
    .from(marks)
    .leftJoin(listEntries, and(eq(listEntries.listId, queueId(viewer)), eq(listEntries.readingId, marks.readingId)))
    .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'queued')))
    .orderBy(
      sql`${listEntries.position} is null`,
      asc(listEntries.position),
      asc(marks.updatedAt),
      asc(marks.readingId),
    )
    .all()
    .map((row) => row.readingId)
}
