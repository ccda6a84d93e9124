import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { renderAll } from '#lib/markdown/render-all.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { OwnNoteOnPlan, SharedNote } from '#lib/api/sharing-answers.ts'
import { hasJoined, isMember } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { items, members, notes, noteShares, allReadings, users } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/**
 * Notes that people on the plan share with it, by reading, then by writer. A note is shown only while its writer is on
 * the plan and its reading too. Those on one reading where `readingId` names it.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listSharedNotes(viewer: Viewer, planId: string, readingId?: string): Promise<SharedNote[]> {
  await requireRole(viewer, planId, canSeePlan)
  const listed = db()
    .select({ id: items.readingId })
    .from(items)
    .where(and(eq(items.planId, planId), isNotNull(items.readingId)))
  const rows = db()
    .select({
      readingId: noteShares.readingId,
      readingTitle: allReadings.fullTitle,
      userId: noteShares.userId,
      name: users.name,
      markdown: notes.markdown,
      problem: notes.problem,
      numbers: notes.numbers,
      choice: notes.choice,
      tradeOff: notes.tradeOff,
      useWhen: notes.useWhen,
      updatedAt: notes.updatedAt,
    })
    .from(noteShares)
    .innerJoin(notes, and(eq(notes.userId, noteShares.userId), eq(notes.readingId, noteShares.readingId)))
    .innerJoin(members, and(isMember(noteShares.planId, noteShares.userId), hasJoined))
    .innerJoin(users, eq(users.id, noteShares.userId))
    .innerJoin(allReadings, eq(allReadings.id, noteShares.readingId))
    .where(
      and(
        eq(noteShares.planId, planId),
        inArray(noteShares.readingId, listed),
        readingId === undefined ? undefined : eq(noteShares.readingId, readingId),
      ),
    )
    .orderBy(asc(allReadings.fullTitle), asc(users.name), asc(users.id))
    .all()
  const html = await renderAll(rows.map((row) => row.markdown))
  return rows.map(({ markdown: _, problem, numbers, choice, tradeOff, useWhen, ...row }, index) => ({
    ...row,
    html: html[index] ?? '',
    self: row.userId === viewer.id,
    card: { problem, numbers, choice, tradeOff, useWhen },
  }))
}

/** The viewer's notes on readings of the plan, in the plan's order, and whether each is shared with it. */
export async function listOwnNotesOnPlan(viewer: Viewer, planId: string): Promise<OwnNoteOnPlan[]> {
  await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({ readingId: notes.readingId, title: allReadings.fullTitle, sharedAt: noteShares.createdAt })
    .from(items)
    .innerJoin(notes, and(eq(notes.readingId, items.readingId), eq(notes.userId, viewer.id)))
    .innerJoin(allReadings, eq(allReadings.id, notes.readingId))
    .leftJoin(
      noteShares,
      and(
        eq(noteShares.planId, items.planId),
        eq(noteShares.userId, viewer.id),
        eq(noteShares.readingId, notes.readingId),
      ),
    )
    .where(eq(items.planId, planId))
    .groupBy(notes.readingId)
    .orderBy(asc(items.position))
    .all()
  return rows.map(({ sharedAt, ...row }) => ({ ...row, shared: sharedAt !== null }))
}
