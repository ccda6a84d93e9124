import { and, count, eq } from 'drizzle-orm'
import type { Quote } from '#lib/api/quotes.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { invalid, notFound } from '#lib/problems.ts'
import { transaction } from '#db/client.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { quoteColumns } from '#db/queries/own/quotes.ts'
import { requireReading } from '#db/queries/own/visible.ts'
import { quotes } from '#db/schema/index.ts'

/** Most quotes that a person keeps. */
export const mostQuotes = 10_000

/**
 * Keeps words of a reading under an id from the client, or changes them; sending the same again changes nothing.
 * @param now milliseconds, UTC.
 * @throws Problem 404 for somebody else's quote and for a reading that the viewer may not see, 422 for too many.
 */
export async function setQuote(
  viewer: Viewer,
  id: string,
  { readingId, text }: { readingId: string; text: string },
  now: number,
): Promise<Quote> {
  return transaction((tx) => {
    const row = tx
      .select({ ...quoteColumns, userId: quotes.userId })
      .from(quotes)
      .where(eq(quotes.id, id))
      .get()
    if (row && (row.userId !== viewer.id || row.readingId !== readingId)) throw notFound('quote')
    if (row) {
      const { userId: _, ...before } = row
      if (before.text === text) return before
      requireRoom(viewer, Math.max(0, Buffer.byteLength(text) - Buffer.byteLength(before.text)), now)
      tx.update(quotes).set({ text, updatedAt: now }).where(eq(quotes.id, id)).run()
      return { ...before, text, updatedAt: now }
    }
    requireReading(tx, viewer, readingId)
    const n = tx.select({ n: count() }).from(quotes).where(eq(quotes.userId, viewer.id)).get()?.n ?? 0
    if (n >= mostQuotes) throw invalid('text', `You keep ${mostQuotes.toLocaleString('en')} quotes: delete some first.`)
    requireRoom(viewer, Buffer.byteLength(text), now)
    const quote = { id, readingId, text, createdAt: now, updatedAt: now }
    tx.insert(quotes)
      .values({ ...quote, userId: viewer.id })
      .run()
    return quote
  })
}

/** Deletes one of the viewer's quotes; none to delete is fine. */
export async function removeQuote(viewer: Viewer, id: string): Promise<void> {
  await transaction((tx) => {
    tx.delete(quotes)
      .where(and(eq(quotes.id, id), eq(quotes.userId, viewer.id)))
      .run()
  })
}
