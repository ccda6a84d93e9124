import { and, desc, eq, gt } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '../client.ts'
import { members, plans } from '../schema/index.ts'

/** For so long a deleted plan can be had back, in milliseconds. */
export const keptFor = 30 * 24 * 60 * 60_000

/** A plan that its owner deleted and can still have back. Times are milliseconds, UTC. */
export interface RemovedPlan {
  id: string
  title: string
  deletedAt: number
  /** When it goes for good. */
  goneAt: number
}

/** The viewer's deleted plans that can still be had back, the last deleted first. */
export async function listRemovedPlans(viewer: Viewer, now: number): Promise<RemovedPlan[]> {
  return db()
    .select({ id: plans.id, title: plans.title, deletedAt: plans.deletedAt })
    .from(plans)
    .innerJoin(members, and(eq(members.planId, plans.id), eq(members.userId, viewer.id), eq(members.role, 'owner')))
    .where(gt(plans.deletedAt, now - keptFor))
    .orderBy(desc(plans.deletedAt))
    .all()
    .flatMap(({ deletedAt, ...row }) =>
      deletedAt === null ? [] : [{ ...row, deletedAt, goneAt: deletedAt + keptFor }],
    )
}
