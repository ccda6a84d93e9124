import { and, eq, lte } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type InboxKind, inboxReach } from '#lib/inbox/inbox.ts'
import { notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { inboxWithin } from '#db/queries/inbox/inbox.ts'
import { inboxReads, inboxSettings } from '#db/schema/index.ts'

/**
 * Marks an entry of the viewer's inbox read or unread.
 * @throws Problem 404 for an entry that is not in it.
 */
export async function setInboxRead(viewer: Viewer, entryId: string, isRead: boolean, now: number): Promise<void> {
  await transaction((tx) => {
    const entry = inboxWithin(tx, viewer, now).find(({ id }) => id === entryId)
    if (!entry) throw notFound('entry')
    const row = { userId: viewer.id, entryId, isRead, at: entry.at }
    tx.insert(inboxReads)
      .values(row)
      .onConflictDoUpdate({ target: [inboxReads.userId, inboxReads.entryId], set: { isRead, at: entry.at } })
      .run()
    // What the inbox reaches back to no more needs no mark.
    tx.delete(inboxReads)
      .where(and(eq(inboxReads.userId, viewer.id), lte(inboxReads.at, now - inboxReach)))
      .run()
  })
}

/** Everything in the viewer's inbox up to a moment is read. What lies in the future is taken to be now. */
export async function setInboxReadUntil(viewer: Viewer, until: number, now: number): Promise<void> {
  const readUntil = Math.min(until, now)
  await transaction((tx) => {
    tx.insert(inboxSettings)
      .values({ userId: viewer.id, off: [], readUntil })
      .onConflictDoUpdate({ target: inboxSettings.userId, set: { readUntil } })
      .run()
    tx.delete(inboxReads)
      .where(and(eq(inboxReads.userId, viewer.id), lte(inboxReads.at, readUntil)))
      .run()
  })
}

/** Switches kinds of entries off, and all others on. */
export async function setInboxOff(viewer: Viewer, off: readonly InboxKind[]): Promise<void> {
  const kinds = [...new Set(off)]
  await transaction((tx) => {
    tx.insert(inboxSettings)
      .values({ userId: viewer.id, off: kinds, readUntil: 0 })
      .onConflictDoUpdate({ target: inboxSettings.userId, set: { off: kinds } })
      .run()
  })
}
