import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { transaction } from '#db/client.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import type { Opinion, OpinionChange } from '#lib/api/lists.ts'
import { opinions } from '#db/schema/index.ts'

/**
 * Sets the viewer's favourite flag and rating of a reading.
 * @param now milliseconds, UTC.
 * @throws Problem 404 for a reading that is not there.
 */
export async function setOpinion(
  viewer: Viewer,
  readingId: string,
  change: OpinionChange,
  now: number,
): Promise<Opinion> {
  return transaction((tx) => {
    requireReading(tx, viewer, readingId)
    const before = tx
      .select({ favourite: opinions.favourite, rating: opinions.rating })
      .from(opinions)
      .where(and(eq(opinions.userId, viewer.id), eq(opinions.readingId, readingId)))
      .get() ?? { favourite: false, rating: null }
    const after = {
      favourite: change.favourite ?? before.favourite,
      rating: change.rating === undefined ? before.rating : change.rating,
    }
    if (after.favourite !== before.favourite || after.rating !== before.rating) {
      const row = { ...after, updatedAt: now }
      tx.insert(opinions)
        .values({ userId: viewer.id, readingId, ...row })
        .onConflictDoUpdate({ target: [opinions.userId, opinions.readingId], set: row })
        .run()
    }
    return { readingId, ...after }
  })
}
