import { desc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Timer } from '#lib/study/timer.ts'
import { db } from '#db/client.ts'
import { timers } from '#db/schema/index.ts'

/** The viewer's timers, the last touched first. */
export async function listTimers(viewer: Viewer): Promise<Timer[]> {
  const { readingId, itemId, elapsedMs, startedAt } = timers
  return db()
    .select({ readingId, itemId, elapsedMs, startedAt })
    .from(timers)
    .where(eq(timers.userId, viewer.id))
    .orderBy(desc(timers.updatedAt))
    .all()
}
