import { asc, isNotNull } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { listings, organisations, readings, sections, technologies, topics } from '#db/schema/index.ts'

/** The paths of all public pages, for the sitemap. Topics and organisations without a reading have none. */
export async function listPublicPaths(): Promise<string[]> {
  const ids = (table: typeof sections | typeof organisations | typeof technologies | typeof readings) =>
    db()
      .select({ id: table.id })
      .from(table)
      .orderBy(asc(table.id))
      .all()
      .map((row) => row.id)
  const held = new Set(
    db()
      .selectDistinct({ id: listings.topicId })
      .from(listings)
      .where(isNotNull(listings.topicId))
      .all()
      .map((row) => row.id),
  )
  const topicIds = db()
    .select({ id: topics.id })
    .from(topics)
    .orderBy(asc(topics.id))
    .all()
    .flatMap(({ id }) => (held.has(id) ? [id] : []))
  const { questions } = await getQuestionSet()
  return [
    '/',
    '/catalogue',
    '/organisations',
    '/questions',
    '/api',
    ...[...ids(sections), ...topicIds].map((id) => `/catalogue/${id}`),
    ...questions.map(({ id }) => `/questions/${id}`),
    ...ids(organisations).map((id) => `/organisations/${id}`),
    ...ids(technologies).map((id) => `/technologies/${id}`),
    ...ids(readings).map((id) => `/readings/${id}`),
  ]
}
