import { and, asc, count, eq, inArray, max, notInArray } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import { queueId } from '#db/queries/study/queue.ts'
import { listEntries, lists, allReadings } from '#db/schema/index.ts'

/** Most named lists of one person. */
export const mostLists = 200
/** Most readings of one list. */
const mostEntries = 2000

/**
 * Makes a list under an id from the client, or renames it; repeating it changes nothing.
 * @param now milliseconds, UTC.
 * @throws Problem 409 for an id that is taken, 422 for too many lists.
 */
export async function setList(viewer: Viewer, listId: string, title: string, now: number): Promise<void> {
  await transaction((tx) => {
    const present = tx
      .select({ userId: lists.userId, kind: lists.kind, title: lists.title })
      .from(lists)
      .where(eq(lists.id, listId))
      .get()
    if (present && (present.userId !== viewer.id || present.kind !== 'list'))
      throw conflict('This id is taken. Use another.')
    if (present?.title === title) return
    if (present) {
      tx.update(lists).set({ title, updatedAt: now }).where(eq(lists.id, listId)).run()
      return
    }
    const own = tx.select({ id: lists.id }).from(lists).where(eq(lists.userId, viewer.id)).all()
    if (own.length >= mostLists) throw invalid('title', `You have ${mostLists} lists: delete one first.`)
    tx.insert(lists)
      .values({ id: listId, userId: viewer.id, kind: 'list', title, createdAt: now, updatedAt: now })
      .run()
  })
}

/** Deletes one of the viewer's named lists; does nothing where there is none. */
export async function removeList(viewer: Viewer, listId: string): Promise<void> {
  await transaction((tx) => {
    tx.delete(lists)
      .where(and(eq(lists.id, listId), eq(lists.userId, viewer.id), eq(lists.kind, 'list')))
      .run()
  })
}

/**
 * Puts a reading at the end of a list; one that is there stays where it is.
 * @throws Problem 404 for a list or reading that is not there, 422 for a full list.
 */
export async function addToList(viewer: Viewer, listId: string, readingId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireList(tx, viewer, listId)
    requireReading(tx, viewer, readingId)
    const last = tx
      .select({ position: max(listEntries.position), n: count() })
      .from(listEntries)
      .where(eq(listEntries.listId, listId))
      .get()
    const position = (last?.position ?? -1) + 1
    if ((last?.n ?? 0) >= mostEntries) throw invalid('readingId', `A list holds ${mostEntries} readings.`)
    tx.insert(listEntries).values({ listId, readingId, position, addedAt: now }).onConflictDoNothing().run()
    tx.update(lists).set({ updatedAt: now }).where(eq(lists.id, listId)).run()
  })
}

/**
 * Takes a reading off a list; one that is not there is fine.
 * @throws Problem 404 for a list that is not there.
 */
export async function removeFromList(viewer: Viewer, listId: string, readingId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireList(tx, viewer, listId)
    tx.delete(listEntries)
      .where(and(eq(listEntries.listId, listId), eq(listEntries.readingId, readingId)))
      .run()
    tx.update(lists).set({ updatedAt: now }).where(eq(lists.id, listId)).run()
  })
}

/**
 * Puts a list into an order. What the order does not name comes after it as it was; what is not in the list is passed
 * over. `queue` is the viewer's queue, for which any reading may be named.
 * @param was the order that it was made from.
 * @throws Problem 404 for a list that is not there, 409 with the present order where readings changed places since `was`.
 */
export async function setListOrder(
  viewer: Viewer,
  listId: string,
  order: string[],
  now: number,
  was?: readonly string[],
): Promise<void> {
  await transaction((tx) => {
    if (listId === 'queue') {
      refuseReordered(entriesOf(tx, queueId(viewer)), was)
      return setQueueOrder(tx, viewer, order, now)
    }
    requireList(tx, viewer, listId)
    const present = entriesOf(tx, listId)
    refuseReordered(present, was)
    const known = new Set(present)
    const wanted = [...new Set(order)].filter((id) => known.has(id))
    const rest = present.filter((id) => !wanted.includes(id))
    for (const [position, readingId] of [...wanted, ...rest].entries())
      tx.update(listEntries)
        .set({ position })
        .where(and(eq(listEntries.listId, listId), eq(listEntries.readingId, readingId)))
        .run()
    tx.update(lists).set({ updatedAt: now }).where(eq(lists.id, listId)).run()
  })
}

function entriesOf(tx: Transaction, listId: string): string[] {
  return tx
    .select({ readingId: listEntries.readingId })
    .from(listEntries)
    .where(eq(listEntries.listId, listId))
    .orderBy(asc(listEntries.position), asc(listEntries.addedAt))
    .all()
    .map((row) => row.readingId)
}

/** Readings that came or went since are no matter; those in both must stand as they did. */
function refuseReordered(present: readonly string[], was: readonly string[] | undefined): void {
  if (!was) return
  const [here, then] = [new Set(present), new Set(was)]
  const isSame = present.filter((id) => then.has(id)).join() === was.filter((id) => here.has(id)).join()
  if (!isSame) throw conflict('This list was put into another order since you opened it.', { readingIds: present })
}

function setQueueOrder(tx: Transaction, viewer: Viewer, order: string[], now: number): void {
  const id = queueId(viewer)
  tx.insert(lists)
    .values({ id, userId: viewer.id, kind: 'queue', title: 'Queue', createdAt: now, updatedAt: now })
    .onConflictDoUpdate({ target: lists.id, set: { updatedAt: now } })
    .run()
  const there = new Set(
    order.length === 0
      ? []
      : tx
          .select({ id: allReadings.id })
          .from(allReadings)
          .where(and(inArray(allReadings.id, order), maySeeReading(viewer.id)))
          .all()
          .map((row) => row.id),
  )
  const wanted = [...new Set(order)].filter((readingId) => there.has(readingId))
  tx.delete(listEntries)
    .where(and(eq(listEntries.listId, id), wanted.length > 0 ? notInArray(listEntries.readingId, wanted) : undefined))
    .run()
  for (const [position, readingId] of wanted.entries())
    tx.insert(listEntries)
      .values({ listId: id, readingId, position, addedAt: now })
      .onConflictDoUpdate({ target: [listEntries.listId, listEntries.readingId], set: { position } })
      .run()
}

function requireList(tx: Transaction, viewer: Viewer, listId: string): void {
  const list = tx
    .select({ id: lists.id })
    .from(lists)
    .where(and(eq(lists.id, listId), eq(lists.userId, viewer.id), eq(lists.kind, 'list')))
    .get()
  if (!list) throw notFound('list')
}
