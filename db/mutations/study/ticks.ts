import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Transaction } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { items, itemStates, members } from '#db/schema/index.ts'

const findTicked = prepared((database) =>
  database
    .select({ itemId: itemStates.itemId, pass: itemStates.pass, at: itemStates.updatedAt })
    .from(itemStates)
    .innerJoin(
      items,
      and(eq(items.id, itemStates.itemId), eq(items.readingId, sql.placeholder('readingId')), eq(items.kind, 'read')),
    )
    .innerJoin(
      members,
      and(
        eq(members.planId, items.planId),
        eq(members.userId, sql.placeholder('userId')),
        eq(members.pass, itemStates.pass),
      ),
    )
    .where(and(eq(itemStates.userId, sql.placeholder('userId')), eq(itemStates.state, 'done')))
    .prepare(),
)

const reopenPlans = prepared((database) =>
  database
    .update(members)
    .set({ completedAt: null })
    .where(
      and(
        eq(members.userId, sql.placeholder('userId')),
        isNotNull(members.completedAt),
        inArray(
          members.planId,
          database
            .selectDistinct({ id: items.planId })
            .from(items)
            .where(eq(items.readingId, sql.placeholder('readingId'))),
        ),
      ),
    )
    .prepare(),
)

/**
 * Lets the items of a reading follow its mark again, after the viewer took `done` off it: their ticks of the present
 * pass that were pressed before go, on all plans.
 * @param undoneAt when it was taken off. Milliseconds, UTC.
 * @returns how many ticks went.
 */
export function removeTicksWithin(tx: Transaction, viewer: Viewer, readingId: string, undoneAt: number): number {
  const ticked = findTicked()
    .all({ userId: viewer.id, readingId })
    .filter((tick) => tick.at < undoneAt)
  for (const { itemId, pass } of ticked) {
    tx.delete(itemStates)
      .where(and(eq(itemStates.itemId, itemId), eq(itemStates.userId, viewer.id), eq(itemStates.pass, pass)))
      .run()
  }
  return ticked.length
}

/** A plan that was over for want of anything to do is not any more, as a reading of it is to do again. */
export function reopenPlansOf(viewer: Viewer, readingId: string): void {
  reopenPlans().run({ userId: viewer.id, readingId })
}
