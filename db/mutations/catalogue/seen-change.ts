import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { catalogueChanges, users } from '#db/schema/index.ts'

/**
 * Remembers that the viewer has looked at the changes up to this one. Never goes back: of two browsers the one that
 * saw more counts.
 * @throws Problem 404 for a change that is not there.
 */
export async function setSeenChange(viewer: Viewer, changeId: string): Promise<void> {
  await transaction((tx) => {
    if (!tx.select().from(catalogueChanges).where(eq(catalogueChanges.id, changeId)).get()) throw notFound('change')
    const isNewer = or(isNull(users.seenChangeId), lt(users.seenChangeId, changeId))
    tx.update(users)
      .set({ seenChangeId: changeId })
      .where(and(eq(users.id, viewer.id), isNewer))
      .run()
  })
}
