import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Transaction } from '../client.ts'
import { items, itemStates, members } from '../schema/index.ts'

/**
 * Lets the items of a reading follow its mark again, after the viewer took `done` off it: their ticks of the present
 * pass go, on all plans.
 */
export function removeTicksWithin(tx: Transaction, viewer: Viewer, readingId: string): void {
  const ticked = tx
    .select({ itemId: itemStates.itemId, pass: itemStates.pass })
    .from(itemStates)
    .innerJoin(items, and(eq(items.id, itemStates.itemId), eq(items.readingId, readingId), eq(items.kind, 'read')))
    .innerJoin(
      members,
      and(eq(members.planId, items.planId), eq(members.userId, viewer.id), eq(members.pass, itemStates.pass)),
    )
    .where(and(eq(itemStates.userId, viewer.id), eq(itemStates.state, 'done')))
    .all()
  for (const { itemId, pass } of ticked) {
    tx.delete(itemStates)
      .where(and(eq(itemStates.itemId, itemId), eq(itemStates.userId, viewer.id), eq(itemStates.pass, pass)))
      .run()
  }
  // A plan that was over for want of anything to do is not any more.
  const holding = tx.selectDistinct({ id: items.planId }).from(items).where(eq(items.readingId, readingId))
  tx.update(members)
    .set({ completedAt: null })
    .where(and(eq(members.userId, viewer.id), isNotNull(members.completedAt), inArray(members.planId, holding)))
    .run()
}
