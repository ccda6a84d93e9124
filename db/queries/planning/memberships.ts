import { and } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type canSeePlan, type PlanRole } from '#lib/permissions.ts'
import { forbidden, notFound } from '#lib/problems.ts'
import { hasJoined, isMember, isPlanOfMember } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { members, plans } from '#db/schema/index.ts'

/** The viewer's role on a plan that stands; null for one who is not on it, or was only invited. */
export async function getRole(viewer: Viewer, planId: string): Promise<PlanRole | null> {
  return roleWithin(db(), viewer, planId)
}

/** `getRole` inside a transaction that then relies on it. */
export function roleWithin(reader: Reader, viewer: Viewer, planId: string): PlanRole | null {
  const row = reader
    .select({ role: members.role })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(isMember(planId, viewer.id), hasJoined))
    .get()
  return row?.role ?? null
}

/**
 * The viewer's role on a plan, which must be one that `may` allows: a function of `lib/permissions.ts`.
 * @throws Problem 404 for one who is not on the plan, 403 with `refusal` for one whose role does not do.
 */
export function requireRoleWithin(
  reader: Reader,
  viewer: Viewer,
  planId: string,
  may: typeof canSeePlan,
  refusal = 'Your role on this plan does not allow this.',
): PlanRole {
  const role = roleWithin(reader, viewer, planId)
  if (role === null) throw notFound('plan')
  if (!may(role)) throw forbidden(refusal)
  return role
}

/** `requireRoleWithin` outside of any transaction, for reading. */
export async function requireRole(
  viewer: Viewer,
  planId: string,
  may: typeof canSeePlan,
  refusal?: string,
): Promise<PlanRole> {
  return requireRoleWithin(db(), viewer, planId, may, refusal)
}
