import { and, inArray, isNotNull, ne } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import type { Transaction } from '#db/client.ts'
import { allReadings } from '#db/schema/index.ts'
import { addOwnWithin } from './own-readings.ts'

/**
 * Rows for a plan of the viewer's, in which other people's own readings have become the viewer's: whoever copies a plan,
 * or puts a reading of somebody's into another plan, has it as their own from then on, and shows nobody what is not
 * theirs. For readings that the viewer may see, as the caller has made sure.
 * @throws Problem 422 when the viewer would have too many of their own.
 */
export function adoptReadings<T extends { readingId?: string | null | undefined }>(
  tx: Transaction,
  viewer: Viewer,
  rows: readonly T[],
  now: number,
): T[] {
  const ids = [...new Set(rows.flatMap(({ readingId }) => (readingId && isOwnId(readingId) ? [readingId] : [])))]
  if (ids.length === 0) return [...rows]
  const theirs = tx
    .select({
      id: allReadings.id,
      title: allReadings.title,
      url: allReadings.url,
      byline: allReadings.byline,
      medium: allReadings.medium,
      parts: allReadings.parts,
      minutes: allReadings.minutes,
      basis: allReadings.minutesBasis,
    })
    .from(allReadings)
    .where(and(inArray(allReadings.id, ids), isNotNull(allReadings.ownerId), ne(allReadings.ownerId, viewer.id)))
    .all()
  const adopted = new Map(
    theirs.map(({ id, basis, minutes, url, ...facts }) => {
      const input = { ...facts, url: url || null, minutes: basis === 'rule' ? undefined : minutes }
      return [id, addOwnWithin(tx, viewer, input, now).id]
    }),
  )
  return rows.map((row) => {
    const own = adopted.get(row.readingId ?? '')
    return own === undefined ? row : { ...row, readingId: own }
  })
}
