import { and, asc, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { prepared } from '#db/prepared.ts'
import { listEntries, marks } from '#db/schema/index.ts'

/** The id of the list that keeps the order of a viewer's queue. */
export function queueId(viewer: Viewer): string {
  return `queue:${viewer.id}`
}

const findQueue = prepared((database) =>
  database
    .select({ readingId: marks.readingId })
    .from(marks)
    .leftJoin(
      listEntries,
      and(eq(listEntries.listId, sql.placeholder('listId')), eq(listEntries.readingId, marks.readingId)),
    )
    .where(and(eq(marks.userId, sql.placeholder('userId')), eq(marks.status, 'queued')))
    .orderBy(
      sql`${listEntries.position} is null`,
      asc(listEntries.position),
      asc(marks.updatedAt),
      asc(marks.readingId),
    )
    .prepare(),
)

/**
 * Ids of the readings that the viewer has queued, in the viewer's own order. What is queued is said by the marks; the
 * list only keeps the order, and what was queued since comes last.
 */
export async function listQueue(viewer: Viewer): Promise<string[]> {
  const rows = findQueue().all({ listId: queueId(viewer), userId: viewer.id })
  return rows.map((row) => row.readingId)
}
