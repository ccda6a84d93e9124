import { and, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import { notFound } from '#lib/problems.ts'
import { readSnapshot } from '#lib/sharing/origin-snapshot.ts'
import { hasJoined, isMember, isPresent } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** What stands at the head of each page of a plan. */
export interface PlanHead {
  id: string
  title: string
  version: number
  role: PlanRole
  /** The viewer's pass on this plan, from 1. */
  pass: number
  /** Where it was copied from, in words; null for one that is no copy. */
  lineage: { title: string; ownerName: string } | null
  /** How many people are on it. */
  people: number
}

/**
 * The head of a plan that the viewer is on.
 * @throws Problem 404 for one who is not.
 */
export async function getPlanHead(viewer: Viewer, planId: string): Promise<PlanHead> {
  const row = db()
    .select({
      id: plans.id,
      title: plans.title,
      version: plans.version,
      role: members.role,
      pass: members.pass,
      snapshot: plans.originSnapshot,
      people: sql<number>`(select count(*) from members m where m.plan_id = ${plans.id} and m.joined_at is not null)`,
    })
    .from(plans)
    .innerJoin(members, and(isMember(plans.id, viewer.id), hasJoined))
    .where(and(eq(plans.id, planId), isPresent))
    .get()
  if (!row) throw notFound('plan')
  const { snapshot, ...head } = row
  const origin = readSnapshot(snapshot)
  return { ...head, lineage: origin && { title: origin.title, ownerName: origin.ownerName } }
}
