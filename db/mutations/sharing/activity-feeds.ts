import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { hashToken, newToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { feeds } from '#db/schema/index.ts'

/**
 * Makes the viewer a secret address of the plan's activity; an earlier one of theirs is dead at once.
 * @returns the token in it, which is given here once and kept nowhere.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function createActivityFeed(viewer: Viewer, planId: string, now: number): Promise<{ token: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSeePlan)
    const token = newToken()
    tx.delete(feeds).where(own(viewer, planId)).run()
    tx.insert(feeds)
      .values({
        id: randomUUID(),
        userId: viewer.id,
        planId,
        kind: 'atom',
        tokenHash: hashToken(token),
        createdAt: now,
      })
      .run()
    return { token }
  })
}

/**
 * Revokes the viewer's secret address of the plan's activity; does nothing where there is none.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function removeActivityFeed(viewer: Viewer, planId: string): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSeePlan)
    tx.delete(feeds).where(own(viewer, planId)).run()
  })
}

function own(viewer: Viewer, planId: string) {
  return and(eq(feeds.planId, planId), eq(feeds.userId, viewer.id), eq(feeds.kind, 'atom'))
}
