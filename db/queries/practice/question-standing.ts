import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { QuestionStanding } from '#lib/api/answers.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { scoreOf } from '#lib/practice/answer.ts'
import { readinessInWords, readinessOf } from '#lib/questions/coverage.ts'
import { db } from '#db/client.ts'
import { listReadingRows } from '#db/queries/catalogue/catalogue.ts'
import { members, plans } from '#db/schema/index.ts'
import { listAnswers } from './answers.ts'
import { getDone } from './done.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'

/** What the viewer has read, noted and practised for a question; null where there is no such question. */
export async function getQuestionStanding(viewer: Viewer, questionId: string): Promise<QuestionStanding | null> {
  const { questions, blocks } = await getQuestionSet()
  const question = questions.find(({ id }) => id === questionId)
  if (!question) return null
  const [done, answers] = await Promise.all([getDone(viewer), listAnswers(viewer, questionId)])
  const noted = question.readings.map(({ id }) => id).filter((id) => done.noted.has(id))
  return {
    words: readinessInWords(readinessOf(question, done), new Map(blocks.map(({ id, title }) => [id, title]))),
    noted: (await listReadingRows(noted)).map(({ id, title }) => ({ id, title })),
    answers: answers.flatMap(({ finishedAt, ...answer }) =>
      finishedAt === null
        ? []
        : [
            {
              id: answer.id,
              kind: answer.kind,
              finishedAt,
              score: scoreOf({ ...answer, finishedAt }, question.goodAnswer),
            },
          ],
    ),
    isOpen: answers.some(({ finishedAt }) => finishedAt === null),
    plans: listEditable(viewer),
  }
}

/** How ready the viewer is for each question for which they have done anything. */
export async function listQuestionStandings(viewer: Viewer): Promise<{ id: string; words: string }[]> {
  const { questions, blocks } = await getQuestionSet()
  const done = await getDone(viewer)
  const names = new Map(blocks.map(({ id, title }) => [id, title]))
  return questions.flatMap((question) => {
    const readiness = readinessOf(question, done)
    const isBegun = readiness.read > 0 || readiness.cards > 0 || readiness.practised > 0
    return isBegun ? [{ id: question.id, words: readinessInWords(readiness, names) }] : []
  })
}

function listEditable(viewer: Viewer): { id: string; title: string }[] {
  return db()
    .select({ id: plans.id, title: plans.title, role: members.role })
    .from(members)
    .innerJoin(plans, and(eq(plans.id, members.planId), isNull(plans.deletedAt)))
    .where(and(eq(members.userId, viewer.id), isNotNull(members.joinedAt)))
    .orderBy(asc(plans.title))
    .all()
    .flatMap(({ role, ...plan }) => (canEditPlan(role) ? [plan] : []))
}
