import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan } from '#lib/permissions.ts'
import type { Tier } from '#lib/planning/types.ts'
import { notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, plans } from '#db/schema/index.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordEvent } from './plan-events.ts'

/**
 * Says how important several items of a plan are, all at once.
 * @throws Problem 404 for one who is not on the plan or an item that it does not have, 403 for a role that may not.
 */
export async function setTiers(
  viewer: Viewer,
  planId: string,
  itemIds: readonly string[],
  tier: Tier,
  now: number,
): Promise<void> {
  const ids = [...new Set(itemIds)]
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, 'Only its owner and editors change the items of a plan.')
    movingDays(tx, doersOf(tx, planId), now, () => {
      const set = tx
        .update(items)
        .set({ tier })
        .where(and(eq(items.planId, planId), inArray(items.id, ids)))
        .run()
      if (set.changes !== ids.length) throw notFound('item')
    })
    tx.update(plans)
      .set({ version: sql`${plans.version} + 1`, updatedAt: now })
      .where(eq(plans.id, planId))
      .run()
    recordEvent(tx, { planId, userId: viewer.id }, { kind: 'items-changed', data: { count: ids.length } }, now)
  })
}
