import { and, asc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { listEntries, lists } from '#db/schema/index.ts'
import type { ReadingList } from '#lib/api/lists.ts'

/** The viewer's named lists, by title. The queue is none of them. */
export async function listLists(viewer: Viewer): Promise<ReadingList[]> {
  const rows = db()
    .select({ id: lists.id, title: lists.title, readingId: listEntries.readingId })
    .from(lists)
    .leftJoin(listEntries, eq(listEntries.listId, lists.id))
    .where(and(eq(lists.userId, viewer.id), eq(lists.kind, 'list')))
    .orderBy(asc(lists.title), asc(lists.id), asc(listEntries.position), asc(listEntries.addedAt))
    .all()
  const byId = new Map<string, ReadingList>()
  for (const { id, title, readingId } of rows) {
    const list = byId.get(id) ?? { id, title, readingIds: [] }
    if (readingId !== null) list.readingIds.push(readingId)
    byId.set(id, list)
  }
  return [...byId.values()]
}

/** One of the viewer's named lists, or null. */
export async function getList(viewer: Viewer, listId: string): Promise<ReadingList | null> {
  return (await listLists(viewer)).find(({ id }) => id === listId) ?? null
}
