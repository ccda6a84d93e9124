import { and, desc, eq, gt } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { RemovedPlan } from '#lib/api/plan-answers.ts'
import { isMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** For so long a deleted plan can be had back, in milliseconds. */
export const keptFor = 30 * 24 * 60 * 60_000

/** The viewer's deleted plans that can still be had back, the last deleted first. */
export async function listRemovedPlans(viewer: Viewer, now: number): Promise<RemovedPlan[]> {
  return db()
    .select({ id: plans.id, title: plans.title, deletedAt: plans.deletedAt })
    .from(plans)
    .innerJoin(members, and(isMember(plans.id, viewer.id), eq(members.role, 'owner')))
    .where(gt(plans.deletedAt, now - keptFor))
    .orderBy(desc(plans.deletedAt))
    .all()
    .flatMap(({ deletedAt, ...row }) =>
      deletedAt === null ? [] : [{ ...row, deletedAt, goneAt: deletedAt + keptFor }],
    )
}
