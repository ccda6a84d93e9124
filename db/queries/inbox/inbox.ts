import { eq } from 'drizzle-orm'
import type { InboxAnswer } from '#lib/api/inbox.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { inboxCounted, type InboxEntry, type InboxKind, inboxReach, type InboxReads, isRead } from '#lib/inbox/inbox.ts'
import { type ActivityPlace, byNewest, isAfter, writeCursor } from '#lib/sharing/activity-cursor.ts'
import { db, type Reader } from '#db/client.ts'
import { inboxReads, inboxSettings } from '#db/schema/index.ts'
import { listCatalogueNews, listDecidedReports } from './catalogue-news.ts'
import { listCommentNews } from './comment-news.ts'
import { listInvitationNews, listJoinNews, listPlanChanges } from './plan-news.ts'

/**
 * What others did that concerns the viewer, the newest first, from behind `after` on, `limit` entries at most. It is
 * looked up each time among what the viewer may see now, so what is gone, or theirs no more, is not in it.
 */
export async function listInbox(
  viewer: Viewer,
  { after = null, limit, now }: { after?: ActivityPlace | null | undefined; limit: number; now: number },
): Promise<InboxAnswer> {
  const reads = readsOf(db(), viewer)
  const all = inboxWithin(db(), viewer, now).map((entry) => ({ ...entry, isRead: isRead(entry, reads) }))
  const rest = all.filter((entry) => isAfter(entry, after))
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    unread: Math.min(all.filter((entry) => !entry.isRead).length, inboxCounted),
    nextCursor: last && rest.length > items.length ? writeCursor(last) : null,
  }
}

/** All entries of the viewer's inbox, the newest first. */
export function inboxWithin(reader: Reader, viewer: Viewer, now: number): InboxEntry[] {
  const off = new Set(getOff(reader, viewer))
  const since = now - inboxReach
  const isOn = (...kinds: InboxKind[]) => kinds.some((kind) => !off.has(kind))
  const entries = [
    ...(isOn('mention', 'reply') ? listCommentNews(reader, viewer, since) : []),
    ...(isOn('invitation') ? listInvitationNews(reader, viewer, since) : []),
    ...(isOn('join') ? listJoinNews(reader, viewer, since) : []),
    ...(isOn('change') ? listPlanChanges(reader, viewer, since) : []),
    ...(isOn('report') ? listDecidedReports(reader, viewer, since) : []),
    ...(isOn('catalogue') ? listCatalogueNews(reader, viewer, since) : []),
  ]
  return entries.filter(({ kind }) => !off.has(kind)).toSorted(byNewest)
}

/** The kinds that the viewer switched off. */
export async function listInboxOff(viewer: Viewer): Promise<InboxKind[]> {
  return getOff(db(), viewer)
}

function getOff(reader: Reader, viewer: Viewer): InboxKind[] {
  const row = reader
    .select({ off: inboxSettings.off })
    .from(inboxSettings)
    .where(eq(inboxSettings.userId, viewer.id))
    .get()
  return row?.off ?? []
}

function readsOf(reader: Reader, viewer: Viewer): InboxReads {
  const row = reader
    .select({ readUntil: inboxSettings.readUntil })
    .from(inboxSettings)
    .where(eq(inboxSettings.userId, viewer.id))
    .get()
  const marked = reader
    .select({ id: inboxReads.entryId, isRead: inboxReads.isRead, at: inboxReads.at })
    .from(inboxReads)
    .where(eq(inboxReads.userId, viewer.id))
    .all()
  return { readUntil: row?.readUntil ?? 0, marked: new Map(marked.map(({ id, ...mark }) => [id, mark])) }
}
