import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Interview } from '#lib/api/interviews.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { Scores } from '#lib/practice/rubric.ts'
import { conflict, forbidden, notFound } from '#lib/problems.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { interviewWithin } from '#db/queries/practice/interviews.ts'
import { answers } from '#db/schema/index.ts'

/** Most follow-ups of one interview. */
const mostAsked = 30

/**
 * Opens the viewer's own mock to the people of a plan, one of whom may then interview; null closes it, and whoever
 * interviewed sees it no more.
 * @throws Problem 404 for a mock that is not theirs, or a plan that they are not on.
 */
export async function openInterview(viewer: Viewer, answerId: string, planId: string | null): Promise<Interview> {
  return transaction((tx) => {
    const seen = requireInterview(tx, viewer, answerId)
    if (seen.role !== 'candidate') throw notFound('interview')
    if (planId !== null) requireRoleWithin(tx, viewer, planId, canSeePlan)
    const seat = planId === seen.openPlanId ? {} : { interviewerId: null }
    tx.update(answers)
      .set({ openPlanId: planId, ...seat })
      .where(eq(answers.id, answerId))
      .run()
    return requireInterview(tx, viewer, answerId)
  })
}

/**
 * Takes the interviewer's seat.
 * @throws Problem 404 for a mock that is not open to the viewer, 409 where another has the seat, or for one's own.
 */
export async function takeSeat(viewer: Viewer, answerId: string): Promise<Interview> {
  return transaction((tx) => {
    const seen = requireInterview(tx, viewer, answerId)
    if (seen.role === 'candidate') throw conflict('This is your own interview: somebody else of the plan interviews.')
    if (seen.role === 'interviewer') return seen
    const taken = tx
      .update(answers)
      .set({ interviewerId: viewer.id })
      .where(and(eq(answers.id, answerId), isNull(answers.interviewerId)))
      .run()
    if (taken.changes === 0)
      throw conflict(`${seen.interviewer ?? 'Somebody else'} interviews already. There is one interviewer at a time.`)
    return requireInterview(tx, viewer, answerId)
  })
}

/** Leaves the interviewer's seat, for another to take; none to leave is fine. */
export async function leaveSeat(viewer: Viewer, answerId: string): Promise<void> {
  await transaction((tx) => {
    tx.update(answers)
      .set({ interviewerId: null })
      .where(and(eq(answers.id, answerId), eq(answers.interviewerId, viewer.id)))
      .run()
  })
}

/**
 * Asks a follow-up question, or scores, as the interviewer. What was asked is asked once.
 * @throws Problem 404 for a mock that is not open to the viewer, 403 without the seat, 409 for too many questions.
 */
export async function setInterview(
  viewer: Viewer,
  answerId: string,
  { ask, scores }: { ask?: string | undefined; scores?: Scores | undefined },
  now: number,
): Promise<Interview> {
  return transaction((tx) => {
    const { role, mock } = requireInterview(tx, viewer, answerId)
    if (role !== 'interviewer') throw forbidden('Take the interviewer’s seat first.')
    const asked = ask === undefined ? mock.asked : [...new Set([...mock.asked, ask])]
    if (asked.length > mostAsked) throw conflict(`${mostAsked} questions are enough for one interview.`)
    tx.update(answers)
      .set({
        mock: { ...mock, asked },
        ...(scores && { scores }),
        version: sql`${answers.version} + 1`,
        updatedAt: now,
      })
      .where(eq(answers.id, answerId))
      .run()
    return requireInterview(tx, viewer, answerId)
  })
}

function requireInterview(tx: Transaction, viewer: Viewer, answerId: string): Interview {
  const interview = interviewWithin(tx, viewer, answerId)
  if (!interview) throw notFound('interview')
  return interview
}
