import { and, asc, count, eq, inArray, max, ne, or, sql, sum } from 'drizzle-orm'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan, canSharePlan, type PlanRole } from '#lib/permissions.ts'
import { hasJoined } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { comments, items, itemStates, links, marks, members, notes, noteShares, plans } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/**
 * A short text that is another one once anything changed that the viewer sees of a plan: cheap enough to be asked for
 * every few seconds. What people do who show nothing does not move it, so that it does not tell when they study.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function getPlanPulse(viewer: Viewer, planId: string): Promise<{ pulse: string; role: PlanRole }> {
  const role = await requireRole(viewer, planId, canSeePlan)
  const parts = [planPart(planId), peoplePart(planId, canSharePlan(role)), ...progressParts(viewer, planId)]
  const shared = [...wordParts(planId), canSharePlan(role) ? linkPart(planId) : null]
  return { pulse: hashToken(JSON.stringify([role, ...parts, ...shared])).slice(0, 16), role }
}

function planPart(planId: string) {
  return db().select({ version: plans.version }).from(plans).where(eq(plans.id, planId)).get()
}

function peoplePart(planId: string, withInvited: boolean) {
  return db()
    .select({ id: members.userId, role: members.role, shows: members.shows, joinedAt: members.joinedAt })
    .from(members)
    .where(and(eq(members.planId, planId), withInvited ? undefined : hasJoined))
    .orderBy(asc(members.userId))
    .all()
}

/** How many ticks and marks there are of those who show any, and when the last was made. */
function progressParts(viewer: Viewer, planId: string) {
  const shown = db()
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.planId, planId), hasJoined, or(ne(members.shows, 'nothing'), eq(members.userId, viewer.id))))
  const listed = db().select({ id: items.readingId }).from(items).where(eq(items.planId, planId))
  return [
    db()
      .select({ n: count(), last: max(itemStates.updatedAt) })
      .from(itemStates)
      .innerJoin(items, and(eq(items.id, itemStates.itemId), eq(items.planId, planId)))
      .where(inArray(itemStates.userId, shown))
      .get(),
    db()
      .select({ n: count(), last: max(marks.updatedAt) })
      .from(marks)
      .where(
        and(inArray(marks.userId, shown), inArray(marks.readingId, listed), inArray(marks.status, ['done', 'skipped'])),
      )
      .get(),
  ]
}

function wordParts(planId: string) {
  return [
    db()
      .select({ n: count(), last: max(sql`coalesce(${comments.editedAt}, ${comments.createdAt})`) })
      .from(comments)
      .where(eq(comments.planId, planId))
      .get(),
    db()
      .select({ n: count(), last: max(noteShares.createdAt), changed: max(notes.updatedAt) })
      .from(noteShares)
      .innerJoin(notes, and(eq(notes.userId, noteShares.userId), eq(notes.readingId, noteShares.readingId)))
      .where(eq(noteShares.planId, planId))
      .get(),
  ]
}

function linkPart(planId: string) {
  return db()
    .select({ n: count(), uses: sum(links.uses), last: max(links.revokedAt) })
    .from(links)
    .where(eq(links.planId, planId))
    .get()
}
