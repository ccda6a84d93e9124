import { eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { marks } from '#db/schema/index.ts'
import type { Mark } from '#lib/api/marks.ts'

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
