import { and, isNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanRole } from '#lib/permissions.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { notFound, Problem } from '#lib/problems.ts'
import { deadLinkDetail } from '#lib/sharing/link-state.ts'
import { isMember, isPlanOfMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { findLink } from '#db/queries/sharing/links.ts'
import { members, plans } from '#db/schema/index.ts'
import { columnsOf } from '#db/mutations/planning/plan-copies.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { takeUse } from './take-link.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'
import type { Joined } from '#lib/api/sharing.ts'

const ranks: Record<PlanRole, number> = { guest: 0, member: 1, editor: 2, owner: 3 }

/** The answer for every link that does not open a plan. */
export const deadLink = () => new Problem(404, 'Not found', deadLinkDetail)

/**
 * Joins the plan that a link leads to, with dates and minutes of one's own. Who is on it already stays, with the better
 * of the two roles and the dates they have, and takes no use of the link away.
 * @throws Problem 404 for every link that opens nothing, used up ones among them.
 */
export async function joinByLink(viewer: Viewer, token: string, settings: PlanSettings, now: number): Promise<Joined> {
  return transaction((tx) => {
    const link = findLink(tx, token, now)
    if (!link) throw deadLink()
    const { planId, role } = link
    const before = membershipOf(tx, viewer, planId)
    if (before?.joinedAt && ranks[before.role] >= ranks[role]) return { planId, role: before.role }
    // Whoever was invited to no less has their place already: an account made by this very link, for one.
    const hasPlace = before !== undefined && before.joinedAt === null && ranks[before.role] >= ranks[role]
    if (!hasPlace && !takeUse(tx, link.id, now)) throw deadLink()
    if (before?.joinedAt) return raise(tx, viewer, { planId, role }, before.role === 'guest' ? settings : null, now)
    const better = before && ranks[before.role] > ranks[role] ? before.role : role
    return join(tx, viewer, { planId, role: better }, settings, now)
  })
}

/**
 * Accepts an invitation, with dates and minutes of one's own.
 * @throws Problem 404 for one who was not invited.
 */
export async function acceptInvitation(
  viewer: Viewer,
  planId: string,
  settings: PlanSettings,
  now: number,
): Promise<Joined> {
  return transaction((tx) => {
    const before = membershipOf(tx, viewer, planId)
    if (!before) throw notFound('invitation')
    if (before.joinedAt !== null) return { planId, role: before.role }
    return join(tx, viewer, { planId, role: before.role }, settings, now)
  })
}

/** Says no to an invitation; does nothing where there is none. */
export async function removeInvitation(viewer: Viewer, planId: string): Promise<void> {
  await transaction((tx) => {
    tx.delete(members)
      .where(and(isMember(planId, viewer.id), isNull(members.joinedAt)))
      .run()
  })
}

function membershipOf(tx: Transaction, viewer: Viewer, planId: string) {
  return tx
    .select({ role: members.role, joinedAt: members.joinedAt })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(isMember(planId, viewer.id))
    .get()
}

function join(tx: Transaction, viewer: Viewer, { planId, role }: Joined, settings: PlanSettings, now: number): Joined {
  return movingDays(tx, [viewer.id], now, () => {
    const row = { role, ...columnsOf(settings), joinedAt: now, passStartedAt: now }
    tx.insert(members)
      .values({ planId, userId: viewer.id, createdAt: now, ...row })
      .onConflictDoUpdate({ target: [members.planId, members.userId], set: row })
      .run()
    recordEvent(tx, { planId, userId: viewer.id }, { kind: 'joined', data: { role } }, now)
    return { planId, role }
  })
}

/** Gives somebody who is on the plan a better role; one who only looked so far also brings dates. */
function raise(
  tx: Transaction,
  viewer: Viewer,
  { planId, role }: Joined,
  settings: PlanSettings | null,
  now: number,
): Joined {
  return movingDays(tx, [viewer.id], now, () => {
    tx.update(members)
      .set({ role, ...(settings ? columnsOf(settings) : {}) })
      .where(isMember(planId, viewer.id))
      .run()
    recordEvent(tx, { planId, userId: viewer.id }, { kind: 'joined', data: { role } }, now)
    return { planId, role }
  })
}
