import { eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import { db } from '#db/client.ts'
import { marks } from '#db/schema/index.ts'

/** A viewer's status of a reading. `minutesSpent` null: not given. `updatedAt` milliseconds, UTC. */
export interface Mark {
  readingId: string
  status: Status
  minutesSpent: number | null
  updatedAt: number
}

/** All of the viewer's marks. */
export async function listMarks(viewer: Viewer): Promise<Mark[]> {
  return db()
    .select({
      readingId: marks.readingId,
      status: marks.status,
      minutesSpent: marks.minutesSpent,
      updatedAt: marks.updatedAt,
    })
    .from(marks)
    .where(eq(marks.userId, viewer.id))
    .all()
}
