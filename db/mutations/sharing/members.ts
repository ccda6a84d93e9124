import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canLeavePlan, canMarkItems, canSeePlan, canSharePlan, type PlanRole } from '#lib/permissions.ts'
import { conflict, forbidden, invalid, notFound } from '#lib/problems.ts'
import type { Shows } from '#lib/sharing/visibility.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { dealings, feeds, members, noteShares, users } from '#db/schema/index.ts'
import { waitingMember } from './take-link.ts'
import { removeLinksWithin } from './links.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

const refusal = 'Only the owner decides who is on a plan.'
type GivenRole = Exclude<PlanRole, 'owner'>

/**
 * Invites somebody of this server; they are on the plan once they say yes. Inviting again sets the role.
 * @throws Problem 404 for a plan or person that is not there, 403 for all but the owner, 409 for one who is on it.
 */
export async function inviteMember(
  viewer: Viewer,
  planId: string,
  { userId, role }: { userId: string; role: GivenRole },
  now: number,
): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    const person = tx.select({ timeZone: users.timeZone }).from(users).where(eq(users.id, userId)).get()
    if (!person) throw notFound('person')
    const before = tx.select({ joinedAt: members.joinedAt }).from(members).where(isMember(planId, userId)).get()
    if (before && before.joinedAt !== null) throw conflict('This person is on the plan already.')
    tx.insert(members)
      .values({ ...waitingMember(planId, role, person.timeZone, now), userId, invitedBy: viewer.id })
      .onConflictDoUpdate({ target: [members.planId, members.userId], set: { role } })
      .run()
  })
}

/**
 * Changes the role of somebody else on the plan, invited or joined.
 * @throws Problem 404, 403 for all but the owner, 422 on one's own: a plan keeps its owner until it is handed over.
 */
export async function setMemberRole(
  viewer: Viewer,
  planId: string,
  userId: string,
  role: GivenRole,
  now: number,
): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    const before = memberWithin(tx, planId, userId)
    if (before.role === 'owner') throw invalid('role', 'A plan keeps its owner. Hand it over to somebody first.')
    if (before.role === role) return
    // One who only looked has no minutes, and gives some when they first plan their days.
    movingDays(tx, [userId], now, () => tx.update(members).set({ role }).where(isMember(planId, userId)).run())
    if (!canMarkItems(role)) tx.delete(noteShares).where(sharesOf(planId, userId)).run()
    if (before.joinedAt !== null) recordEvent(tx, place(viewer, planId), { kind: 'role', data: { userId, role } }, now)
  })
}

/**
 * Sets what the others see of the viewer on this plan.
 * @throws Problem 404 for one who is not on it.
 */
export async function setShows(viewer: Viewer, planId: string, shows: Shows): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSeePlan)
    tx.update(members).set({ shows }).where(isMember(planId, viewer.id)).run()
  })
}

/**
 * Takes somebody off the plan, or an invitation back: their very next request is refused. Their marks, notes and what
 * they ticked stay theirs. `revokeLinks` also ends all links, by which they could come back.
 * @throws Problem 404, 403 for all but the owner, 422 for the owner themselves.
 */
export async function removeMember(
  viewer: Viewer,
  planId: string,
  userId: string,
  { revokeLinks }: { revokeLinks: boolean },
  now: number,
): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, refusal)
    const before = memberWithin(tx, planId, userId)
    if (before.role === 'owner') throw invalid('userId', 'A plan keeps its owner. Hand it over to somebody first.')
    movingDays(tx, [userId], now, () => forget(tx, planId, userId))
    if (before.joinedAt !== null) recordEvent(tx, place(viewer, planId), { kind: 'removed', data: { userId } }, now)
    if (revokeLinks) removeLinksWithin(tx, planId, now)
  })
}

/**
 * Leaves the plan.
 * @throws Problem 404 for one who is not on it, 403 for the owner, who hands it over first.
 */
export async function leavePlan(viewer: Viewer, planId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canLeavePlan, 'You own this plan. Hand it over to somebody, then leave it.')
    movingDays(tx, [viewer.id], now, () => forget(tx, planId, viewer.id))
    recordEvent(tx, place(viewer, planId), { kind: 'left', data: {} }, now)
  })
}

/**
 * Hands the plan over to somebody who is on it; who owned it becomes an editor.
 * @throws Problem 404, 403 for all but the owner.
 */
export async function setOwner(viewer: Viewer, planId: string, userId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSharePlan, 'Only the owner hands a plan over.')
    if (memberWithin(tx, planId, userId).joinedAt === null) throw forbidden('This person has not joined the plan yet.')
    if (userId === viewer.id) return
    tx.update(members).set({ role: 'editor' }).where(isMember(planId, viewer.id)).run()
    tx.update(members).set({ role: 'owner' }).where(isMember(planId, userId)).run()
    recordEvent(tx, place(viewer, planId), { kind: 'handed-over', data: { userId } }, now)
  })
}

function memberWithin(tx: Transaction, planId: string, userId: string) {
  const row = tx
    .select({ role: members.role, joinedAt: members.joinedAt })
    .from(members)
    .where(isMember(planId, userId))
    .get()
  if (!row) throw notFound('person on this plan')
  return row
}

/**
 * Deletes what depends on membership: the row, shared notes, secret addresses. Keeps everything that the person did.
 */
function forget(tx: Transaction, planId: string, userId: string): void {
  tx.delete(members).where(isMember(planId, userId)).run()
  tx.delete(noteShares).where(sharesOf(planId, userId)).run()
  tx.delete(dealings)
    .where(and(eq(dealings.planId, planId), eq(dealings.userId, userId)))
    .run()
  tx.delete(feeds)
    .where(and(eq(feeds.planId, planId), eq(feeds.userId, userId)))
    .run()
}

function sharesOf(planId: string, userId: string) {
  return and(eq(noteShares.planId, planId), eq(noteShares.userId, userId))
}

function place(viewer: Viewer, planId: string) {
  return { planId, userId: viewer.id }
}
