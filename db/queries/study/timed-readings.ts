import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { countTimed, type TimedReading } from '#lib/study/speed.ts'
import { db } from '#db/client.ts'
import { marks, allReadings } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/** What the viewer's last 50 timed readings took, newest first. */
export function timedReadings(reader: Reader, viewer: Viewer): TimedReading[] {
  return reader
    .select({ spent: marks.minutesSpent, estimated: allReadings.minutes })
    .from(marks)
    .innerJoin(allReadings, eq(allReadings.id, marks.readingId))
    .where(and(eq(marks.userId, viewer.id), eq(marks.status, 'done'), isNotNull(marks.minutesSpent)))
    .orderBy(desc(marks.updatedAt))
    .limit(50)
    .all()
    .map(({ spent, estimated }) => ({ spent: spent ?? 0, estimated }))
}

/** How many timed readings the viewer's speed is learnt from. */
export async function countTimedReadings(viewer: Viewer): Promise<number> {
  return countTimed(timedReadings(db(), viewer))
}
