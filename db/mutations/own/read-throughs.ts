import { and, count, eq } from 'drizzle-orm'
import type { ReadThrough } from '#lib/api/read-throughs.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid, notFound } from '#lib/problems.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { throughColumns } from '#db/queries/own/read-throughs.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import { readingProgress, readThroughs, studyEvents } from '#db/schema/index.ts'

/** Most times that one person notes. */
const mostThroughs = 20_000

/**
 * Notes a time through a reading under an id from the client, or corrects it. One with a day counts among that day's
 * minutes of study; the reading's mark stays as it is.
 * @param now milliseconds, UTC.
 * @throws Problem 404 for somebody else's and for a reading that the viewer may not see, 422 for a day to come.
 */
export async function setReadThrough(
  viewer: Viewer,
  id: string,
  { readingId, day, minutes }: Pick<ReadThrough, 'readingId' | 'day' | 'minutes'>,
  now: number,
): Promise<ReadThrough> {
  return transaction((tx) => {
    if (day !== null && day > studyDayOf(viewer, now)) throw invalid('day', 'This day is still to come.')
    const row = tx
      .select({ ...throughColumns, userId: readThroughs.userId })
      .from(readThroughs)
      .where(eq(readThroughs.id, id))
      .get()
    if (row && (row.userId !== viewer.id || row.readingId !== readingId)) throw notFound('time')
    if (!row) {
      requireReading(tx, viewer, readingId)
      const n = tx.select({ n: count() }).from(readThroughs).where(eq(readThroughs.userId, viewer.id)).get()?.n ?? 0
      if (n >= mostThroughs) throw invalid('day', `You noted ${mostThroughs.toLocaleString('en')} times: delete some.`)
    }
    const next = { id, readingId, day, minutes, createdAt: row?.createdAt ?? now, updatedAt: now }
    tx.insert(readThroughs)
      .values({ ...next, userId: viewer.id })
      .onConflictDoUpdate({ target: readThroughs.id, set: { day, minutes, updatedAt: now } })
      .run()
    countStudy(tx, viewer, next, now)
    return next
  })
}

const eventId = (viewer: Viewer, id: string) => `${viewer.id}:again:${id}`

/** A time with a day counts among that day's study. */
function countStudy(tx: Transaction, viewer: Viewer, { id, readingId, day, minutes }: ReadThrough, now: number): void {
  const event = eventId(viewer, id)
  tx.delete(studyEvents).where(eq(studyEvents.id, event)).run()
  if (day === null) return
  tx.insert(studyEvents)
    .values({ id: event, userId: viewer.id, kind: 'done', readingId, minutes: minutes ?? 0, day, at: now })
    .run()
}

/** Deletes a time of the viewer's; none to delete is fine. */
export async function removeReadThrough(viewer: Viewer, id: string): Promise<void> {
  await transaction((tx) => {
    const mine = and(eq(readThroughs.id, id), eq(readThroughs.userId, viewer.id))
    if (tx.delete(readThroughs).where(mine).run().changes === 0) return
    tx.delete(studyEvents)
      .where(eq(studyEvents.id, eventId(viewer, id)))
      .run()
  })
}

/**
 * Says how far the viewer is inside a reading: part `at` of `of`; 0 forgets it.
 * @throws Problem 404 for a reading that the viewer may not see.
 */
export async function setProgress(
  viewer: Viewer,
  readingId: string,
  { at, of }: { at: number; of: number },
  now: number,
): Promise<void> {
  await transaction((tx) => {
    requireReading(tx, viewer, readingId)
    if (at === 0) {
      tx.delete(readingProgress)
        .where(and(eq(readingProgress.userId, viewer.id), eq(readingProgress.readingId, readingId)))
        .run()
      return
    }
    const row = { at, of, updatedAt: now }
    tx.insert(readingProgress)
      .values({ userId: viewer.id, readingId, ...row })
      .onConflictDoUpdate({ target: [readingProgress.userId, readingProgress.readingId], set: row })
      .run()
  })
}
