import { and, asc, eq } from 'drizzle-orm'
import type { Quote } from '#lib/api/quotes.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { quotes } from '#db/schema/index.ts'

/** The columns of a quote that leave the server. */
export const quoteColumns = {
  id: quotes.id,
  readingId: quotes.readingId,
  text: quotes.text,
  createdAt: quotes.createdAt,
  updatedAt: quotes.updatedAt,
}

/** The viewer's quotes, from one reading or all, the oldest first. */
export async function listQuotes(viewer: Viewer, readingId?: string): Promise<Quote[]> {
  return db()
    .select(quoteColumns)
    .from(quotes)
    .where(and(eq(quotes.userId, viewer.id), readingId === undefined ? undefined : eq(quotes.readingId, readingId)))
    .orderBy(asc(quotes.createdAt), asc(quotes.id))
    .all()
}
