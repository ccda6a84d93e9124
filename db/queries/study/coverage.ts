import { eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import type { CoverageInput } from '#lib/study/coverage.ts'
import { ownMinutes } from '#lib/study/speed.ts'
import { prepared } from '#db/prepared.ts'
import { marks } from '#db/schema/index.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'

const findMarks = prepared((database) =>
  database
    .select({ readingId: marks.readingId, status: marks.status })
    .from(marks)
    .where(eq(marks.userId, sql.placeholder('userId')))
    .prepare(),
)

/** The viewer's status of each marked reading. */
export async function getMarkMap(viewer: Viewer): Promise<Map<string, Status>> {
  const rows = findMarks().all({ userId: viewer.id })
  return new Map(rows.map((row) => [row.readingId, row.status]))
}

/** What coverage is worked out from, with minutes at the viewer's own speed. */
export async function getCoverageInput(viewer: Viewer): Promise<CoverageInput> {
  const shape = await getCatalogueShape()
  return {
    sections: shape.sections,
    topics: shape.topics,
    listings: shape.listings,
    minutes: new Map(shape.readings.map((reading) => [reading.id, ownMinutes(reading.minutes, viewer.speedPercent)])),
    marks: await getMarkMap(viewer),
  }
}
