import { and, eq, gt, lte } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { notFound } from '#lib/problems.ts'
import { isMember } from '#db/conditions.ts'
import { db, transaction } from '#db/client.ts'
import { keptFor } from '#db/queries/planning/removed-plans.ts'
import { members, plans } from '#db/schema/index.ts'
import { removePlanInSlices } from '#db/mutations/remove-in-slices.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordEvent } from './plan-events.ts'

/**
 * Brings a deleted plan of the viewer's back as it was, for everybody who was on it. One that stands is left alone.
 * @throws Problem 404 for all but its owner, and once it is gone for good.
 */
export async function restorePlan(viewer: Viewer, planId: string, now: number): Promise<void> {
  await transaction((tx) => {
    const own = tx
      .select({ deletedAt: plans.deletedAt })
      .from(plans)
      .innerJoin(members, and(isMember(plans.id, viewer.id), eq(members.role, 'owner')))
      .where(eq(plans.id, planId))
      .get()
    if (!own) throw notFound('plan')
    if (own.deletedAt === null) return
    const back = movingDays(tx, doersOf(tx, planId), now, () =>
      tx
        .update(plans)
        .set({ deletedAt: null, updatedAt: now })
        .where(and(eq(plans.id, planId), gt(plans.deletedAt, now - keptFor)))
        .run(),
    )
    if (back.changes === 0) throw notFound('plan')
    recordEvent(tx, { planId, userId: viewer.id }, { kind: 'restored', data: {} }, now)
  })
}

/** Lets plans go for good that were deleted over 30 days ago, with all that hangs on them. Gives how many. */
export async function purgeRemovedPlans(now: number): Promise<number> {
  const gone = db()
    .select({ id: plans.id })
    .from(plans)
    .where(lte(plans.deletedAt, now - keptFor))
    .all()
  for (const { id } of gone) await removePlanInSlices(id)
  return gone.length
}
