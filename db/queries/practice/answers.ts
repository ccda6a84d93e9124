import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { type Answer, scoreOf } from '#lib/practice/answer.ts'
import { db } from '#db/client.ts'
import { answers } from '#db/schema/index.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'

/** The columns of an answer that leave the server. */
export const answerColumns = {
  id: answers.id,
  questionId: answers.questionId,
  kind: answers.kind,
  planId: answers.planId,
  itemId: answers.itemId,
  markdown: answers.markdown,
  diagram: answers.diagram,
  ticked: answers.ticked,
  scores: answers.scores,
  nextTime: answers.nextTime,
  seconds: answers.seconds,
  mock: answers.mock,
  startedAt: answers.startedAt,
  finishedAt: answers.finishedAt,
  updatedAt: answers.updatedAt,
  version: answers.version,
}

/** One of the viewer's answers, or null. */
export async function getAnswer(viewer: Viewer, id: string): Promise<Answer | null> {
  const row = db()
    .select(answerColumns)
    .from(answers)
    .where(and(eq(answers.userId, viewer.id), eq(answers.id, id)))
    .get()
  return row ?? null
}

/** The viewer's answers, to one question or to all, the last begun first. */
export async function listAnswers(viewer: Viewer, questionId?: string): Promise<Answer[]> {
  return db()
    .select(answerColumns)
    .from(answers)
    .where(
      and(eq(answers.userId, viewer.id), questionId === undefined ? undefined : eq(answers.questionId, questionId)),
    )
    .orderBy(desc(answers.startedAt), desc(answers.id))
    .all()
}

/** The scores of the viewer's finished answers by question, from 0 to 3; null for one without a score. */
export async function listScores(viewer: Viewer): Promise<Map<string, (number | null)[]>> {
  const { questions } = await getQuestionSet()
  const points = new Map(questions.map((question) => [question.id, question.goodAnswer]))
  const rows = db()
    .select({
      questionId: answers.questionId,
      kind: answers.kind,
      ticked: answers.ticked,
      scores: answers.scores,
      finishedAt: answers.finishedAt,
    })
    .from(answers)
    .where(and(eq(answers.userId, viewer.id), isNotNull(answers.finishedAt)))
    .all()
  const scores = new Map<string, (number | null)[]>()
  for (const row of rows)
    scores.set(row.questionId, [...(scores.get(row.questionId) ?? []), scoreOf(row, points.get(row.questionId) ?? [])])
  return scores
}
