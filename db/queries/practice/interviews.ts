import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Interview } from '#lib/api/interviews.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { freshMock } from '#lib/practice/mock.ts'
import { db, type Reader } from '#db/client.ts'
import { answers, members, plans, users } from '#db/schema/index.ts'

const candidates = alias(users, 'candidates')
const interviewers = alias(users, 'interviewers')

/**
 * A mock interview as the viewer may see it: their own, or one that is open to the people of a plan that they are on.
 * Null for everybody else. Once somebody interviews, the others of the plan see only who does.
 */
export async function getInterview(viewer: Viewer, answerId: string): Promise<Interview | null> {
  return interviewWithin(db(), viewer, answerId)
}

/** `getInterview` inside a transaction. */
export function interviewWithin(reader: Reader, viewer: Viewer, answerId: string): Interview | null {
  const row = reader
    .select({
      userId: answers.userId,
      interviewerId: answers.interviewerId,
      mayJoin: members.userId,
      answerId: answers.id,
      questionId: answers.questionId,
      candidate: candidates.name,
      interviewer: interviewers.name,
      openPlanId: answers.openPlanId,
      markdown: answers.markdown,
      seconds: answers.seconds,
      mock: answers.mock,
      scores: answers.scores,
      finishedAt: answers.finishedAt,
      updatedAt: answers.updatedAt,
    })
    .from(answers)
    .innerJoin(candidates, eq(candidates.id, answers.userId))
    .leftJoin(interviewers, eq(interviewers.id, answers.interviewerId))
    .leftJoin(plans, and(eq(plans.id, answers.openPlanId), isNull(plans.deletedAt)))
    .leftJoin(members, and(eq(members.planId, plans.id), eq(members.userId, viewer.id), isNotNull(members.joinedAt)))
    .where(and(eq(answers.id, answerId), eq(answers.kind, 'mock')))
    .get()
  if (!row) return null
  const { userId, interviewerId, mayJoin, ...seen } = row
  const mock = seen.mock ?? freshMock
  if (userId === viewer.id) return { ...seen, mock, role: 'candidate' }
  if (mayJoin === null) return null
  if (interviewerId === viewer.id) return { ...seen, mock, role: 'interviewer' }
  return { ...seen, mock: freshMock, role: 'teammate', markdown: '', seconds: 0, scores: {} }
}

/** Mocks of others that wait for an interviewer on a plan, or that the viewer interviews; for one who is on the plan. */
export async function listOpenInterviews(
  viewer: Viewer,
  planId: string,
): Promise<{ answerId: string; questionId: string; candidate: string; interviewer: string | null }[]> {
  return db()
    .select({
      answerId: answers.id,
      questionId: answers.questionId,
      candidate: candidates.name,
      interviewer: interviewers.name,
    })
    .from(answers)
    .innerJoin(candidates, eq(candidates.id, answers.userId))
    .leftJoin(interviewers, eq(interviewers.id, answers.interviewerId))
    .innerJoin(
      members,
      and(eq(members.planId, answers.openPlanId), eq(members.userId, viewer.id), isNotNull(members.joinedAt)),
    )
    .where(and(eq(answers.openPlanId, planId), ne(answers.userId, viewer.id), isNull(answers.finishedAt)))
    .orderBy(desc(answers.startedAt))
    .all()
}
