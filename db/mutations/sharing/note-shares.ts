import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canComment, canSeePlan } from '#lib/permissions.ts'
import { notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, notes, noteShares } from '#db/schema/index.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

/**
 * Shows the viewer's note on a reading, with its case card, to all on the plan, as it is and as it will be, until it is
 * taken back. Repeating it changes nothing.
 * @throws Problem 404 when the plan has no such reading or there is no note on it, 403 for guests.
 */
export async function createNoteShare(viewer: Viewer, planId: string, readingId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canComment, 'Guests look and share no notes.')
    const listed = and(eq(items.planId, planId), eq(items.readingId, readingId))
    if (!tx.select({ id: items.id }).from(items).where(listed).get()) throw notFound('reading on this plan')
    const own = and(eq(notes.userId, viewer.id), eq(notes.readingId, readingId))
    if (!tx.select({ version: notes.version }).from(notes).where(own).get()) throw notFound('note')
    const made = tx
      .insert(noteShares)
      .values({ planId, userId: viewer.id, readingId, createdAt: now })
      .onConflictDoNothing()
      .run()
    if (made.changes > 0)
      recordEvent(tx, { planId, userId: viewer.id }, { kind: 'note-shared', data: { readingId } }, now)
  })
}

/** Stops sharing a note; does nothing where there is none. */
export async function removeNoteShare(viewer: Viewer, planId: string, readingId: string): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSeePlan)
    tx.delete(noteShares)
      .where(and(eq(noteShares.planId, planId), eq(noteShares.userId, viewer.id), eq(noteShares.readingId, readingId)))
      .run()
  })
}
