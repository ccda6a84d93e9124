import { createHash } from 'node:crypto'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { answers } from '#db/schema/index.ts'
import { db } from '#db/client.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'

/** A point of a question's good answer, as a card asks for it. */
export interface QuestionPoint {
  questionId: string
  title: string
  prompt: string
  /** Its place among the points, from 1, and how many there are. */
  place: number
  of: number
  text: string
}

let kept: { set: unknown; points: Map<string, QuestionPoint> } | undefined

/** Every point of the questions by its key, `<question>:<digest of its words>`: new words are a new card. */
export async function getQuestionPoints(): Promise<Map<string, QuestionPoint>> {
  const set = await getQuestionSet()
  if (kept?.set === set) return kept.points
  const points = new Map<string, QuestionPoint>()
  for (const { id, title, prompt, goodAnswer } of set.questions)
    for (const [index, text] of goodAnswer.entries())
      points.set(pointKey(id, text), {
        questionId: id,
        title,
        prompt,
        place: index + 1,
        of: goodAnswer.length,
        text,
      })
  kept = { set, points }
  return points
}

/** The key of a point. */
export function pointKey(questionId: string, text: string): string {
  return `${questionId}:${createHash('sha256').update(text).digest('hex').slice(0, 12)}`
}

/** The points that the viewer's last finished drill of each question missed, by key, with when that was. */
export async function listMissedPoints(viewer: Viewer): Promise<Map<string, number>> {
  const points = await getQuestionPoints()
  const rows = db()
    .select({ questionId: answers.questionId, ticked: answers.ticked, finishedAt: answers.finishedAt })
    .from(answers)
    .where(and(eq(answers.userId, viewer.id), eq(answers.kind, 'drill'), isNotNull(answers.finishedAt)))
    .orderBy(asc(answers.finishedAt))
    .all()
  if (rows.length === 0) return new Map()
  const last = new Map(rows.map((row) => [row.questionId, row]))
  const missed = new Map<string, number>()
  for (const [key, { questionId, text }] of points) {
    const answer = last.get(questionId)
    if (answer && !answer.ticked.includes(text)) missed.set(key, answer.finishedAt ?? 0)
  }
  return missed
}
