import { count, eq, sql, sum } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { calibrate, type Told, type TopicCalibration } from '#lib/reviews/calibration.ts'
import { db } from '#db/client.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { reviews } from '#db/schema/index.ts'
import { getQuestionPoints } from './points.ts'

/** How sure the viewer was and how much they recalled, by the topic of the reading or the question. */
export async function listCalibration(viewer: Viewer): Promise<TopicCalibration[]> {
  const rows = db()
    .select({
      readingId: reviews.readingId,
      point: reviews.point,
      reviews: count(),
      confidence: sum(reviews.confidence).mapWith(Number),
      recalled: sql<number>`sum(${reviews.grade} > 1)`,
    })
    .from(reviews)
    .where(eq(reviews.userId, viewer.id))
    .groupBy(reviews.readingId, reviews.point)
    .all()
  if (rows.length === 0) return []
  const [shape, points] = await Promise.all([getCatalogueShape(), getQuestionPoints()])
  const titles = new Map([...shape.sections, ...shape.topics].map(({ id, title }) => [id, title]))
  const places = new Map(
    shape.listings
      .toReversed()
      .map(({ readingId, topicId, sectionId }) => [readingId, titles.get(topicId ?? sectionId)]),
  )
  return calibrate(
    rows.map(({ readingId, point, ...told }): Told => {
      const topic = readingId === null ? points.get(point ?? '')?.title : places.get(readingId)
      return { topic: topic ?? 'Elsewhere', ...told }
    }),
  )
}
