import { emailAddress } from '#lib/auth/email-address.ts'
import { fold } from '#lib/words/same-word.ts'
import { and, asc, eq, inArray, isNull, ne, notInArray, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan, canSharePlan } from '#lib/permissions.ts'
import type { InvitationItem, MemberItem, PersonItem } from '#lib/api/sharing-answers.ts'
import { byRole, hasJoined, isPlanOfMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { members, plans, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/**
 * The people on a plan, the owner first. Those who were invited and have not joined are told to the owner alone.
 * @throws Problem 404 for one who is not on it.
 */
export async function listMembers(viewer: Viewer, planId: string): Promise<MemberItem[]> {
  const role = await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({
      userId: members.userId,
      name: users.name,
      role: members.role,
      shows: members.shows,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.planId, planId), canSharePlan(role) ? undefined : hasJoined))
    .orderBy(byRole, asc(users.name), asc(users.id))
    .all()
  return rows.map((row) => ({ ...row, self: row.userId === viewer.id }))
}

/**
 * People whom the owner can put on the plan: those not on it whose name holds `q` and who are on a plan together with
 * the owner already, and whoever has exactly `q` as e-mail address. Nobody else's name is told. At most 20, by name;
 * addresses never leave.
 * @throws Problem 404, 403 for all but the owner.
 */
export async function listPeopleToInvite(viewer: Viewer, planId: string, q: string): Promise<PersonItem[]> {
  await requireRole(viewer, planId, canSharePlan, 'Only the owner puts people on a plan.')
  const there = db().select({ id: members.userId }).from(members).where(eq(members.planId, planId))
  const plain = fold(q.trim())
  const address = emailAddress(q)
  const joined = db()
    .select({ id: members.planId })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), hasJoined))
  const acquainted = db()
    .select({ id: members.userId })
    .from(members)
    .where(and(inArray(members.planId, joined), hasJoined))
  return db()
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        notInArray(users.id, there),
        or(inArray(users.id, acquainted), address === null ? undefined : eq(users.email, address)),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .all()
    .filter(({ name, email }) => fold(name).includes(plain) || email === address)
    .slice(0, 20)
    .map(({ userId, name }) => ({ userId, name }))
}

/** The viewer's invitations, the oldest first. */
export async function listInvitations(viewer: Viewer): Promise<InvitationItem[]> {
  return invitations(viewer)
}

/** The viewer's invitation to one plan, or null. */
export async function getInvitation(viewer: Viewer, planId: string): Promise<InvitationItem | null> {
  return invitations(viewer).find((invitation) => invitation.planId === planId) ?? null
}

function invitations(viewer: Viewer): InvitationItem[] {
  return db()
    .select({
      planId: plans.id,
      title: plans.title,
      role: members.role,
      invitedBy: users.name,
      at: members.createdAt,
    })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .leftJoin(users, eq(users.id, members.invitedBy))
    .where(and(eq(members.userId, viewer.id), isNull(members.joinedAt), ne(members.role, 'owner')))
    .orderBy(asc(members.createdAt))
    .all()
}
