import { and, desc, eq } from 'drizzle-orm'
import type { TimesThrough } from '#lib/api/read-throughs.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { readingProgress, readThroughs } from '#db/schema/index.ts'

/** The columns of a time through that leave the server. */
export const throughColumns = {
  id: readThroughs.id,
  readingId: readThroughs.readingId,
  day: readThroughs.day,
  minutes: readThroughs.minutes,
  createdAt: readThroughs.createdAt,
  updatedAt: readThroughs.updatedAt,
}

/** The viewer's times through a reading beside its mark, the last first, and how far they are in it. */
export async function getTimesThrough(viewer: Viewer, readingId: string): Promise<TimesThrough> {
  const items = db()
    .select(throughColumns)
    .from(readThroughs)
    .where(and(eq(readThroughs.userId, viewer.id), eq(readThroughs.readingId, readingId)))
    .orderBy(desc(readThroughs.day), desc(readThroughs.createdAt))
    .all()
  const progress = db()
    .select({ at: readingProgress.at, of: readingProgress.of, updatedAt: readingProgress.updatedAt })
    .from(readingProgress)
    .where(and(eq(readingProgress.userId, viewer.id), eq(readingProgress.readingId, readingId)))
    .get()
  return { items, progress: progress ?? null }
}
