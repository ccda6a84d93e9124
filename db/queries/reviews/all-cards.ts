import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { AnkiCard } from '#lib/reviews/anki.ts'
import { db } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { allReadings, notes, reviewCards } from '#db/schema/index.ts'
import { caseCard, pointCard } from './card-sides.ts'
import { hasAnswerSide } from './has-answer-side.ts'
import { getQuestionPoints, listMissedPoints } from './points.ts'

/** Every card of the viewer's, whether it is due or not: case cards by title, then points in the questions' order. */
export async function listAllCards(viewer: Viewer): Promise<AnkiCard[]> {
  const written = db()
    .select({
      readingId: notes.readingId,
      title: allReadings.fullTitle,
      problem: notes.problem,
      numbers: notes.numbers,
      choice: notes.choice,
      tradeOff: notes.tradeOff,
      useWhen: notes.useWhen,
    })
    .from(notes)
    .innerJoin(allReadings, eq(allReadings.id, notes.readingId))
    .where(and(eq(notes.userId, viewer.id), hasAnswerSide, maySeeReading(viewer.id)))
    .orderBy(asc(allReadings.fullTitle))
    .all()
  const begun = db()
    .select({ point: reviewCards.point })
    .from(reviewCards)
    .where(and(eq(reviewCards.userId, viewer.id), isNotNull(reviewCards.point)))
    .all()
  const asked = new Set([...(await listMissedPoints(viewer)).keys(), ...begun.map(({ point }) => point)])
  const points = [...(await getQuestionPoints())].filter(([key]) => asked.has(key))
  return [...written.map(caseCard), ...points.map(([key, point]) => pointCard(key, point))].flatMap(
    (card) => card ?? [],
  )
}
