import { and, count, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Answer, AnswerText, PracticeKind } from '#lib/practice/answer.ts'
import { freshMock, type MockState } from '#lib/practice/mock.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { answerColumns } from '#db/queries/practice/answers.ts'
import { setItemStateWithin } from '#db/mutations/planning/item-states.ts'
import { answers, items, members } from '#db/schema/index.ts'

/** Most answers that a person keeps: three a day for three years. */
export const mostAnswers = 3_000

/** What an answer is set to; `version` is the one it was written on, 0 for a new one. */
export type AnswerInput = AnswerText & {
  questionId: string
  kind: PracticeKind
  itemId: string | null
  mock: MockState | null
  isFinished: boolean
  version: number
}

/**
 * Sets one of the viewer's answers. Sending the same again, because its answer was lost, changes nothing. What was
 * finished stays finished: a later change keeps its day. The plan's item that it was begun from is done with it.
 * @param now milliseconds, UTC
 * @throws Problem 404 for an answer of somebody else; 409 with the current answer when it is not the one that `version`
 *   names; 422 on `questionId` for a question that is not there, and where there are too many answers or no room is left.
 */
export async function setAnswer(viewer: Viewer, id: string, input: AnswerInput, now: number): Promise<Answer> {
  const question = await getQuestion(input.questionId)
  return transaction((tx) => {
    const row = tx
      .select({ ...answerColumns, userId: answers.userId })
      .from(answers)
      .where(eq(answers.id, id))
      .get()
    if (row && row.userId !== viewer.id) throw notFound('answer')
    const { userId: _, ...current } = row ?? { userId: '' }
    const before = row ? (current as Answer) : null
    const text = textOf(input)
    if (before && isSame(before, text, input)) return before
    if ((before?.version ?? 0) !== input.version)
      throw conflict('This answer was changed elsewhere since you opened it.', before)
    if (!before && !question) throw invalid('questionId', 'There is no such question any more.')
    if (!before) requireFewer(tx, viewer)
    const growth = sizeOf(text) - (before ? sizeOf(textOf(before)) : 0)
    if (growth > 0) requireRoom(viewer, growth, now)
    const next: Answer = {
      ...(before ?? start(tx, viewer, id, input, now)),
      ...text,
      ...(before && before.itemId === null ? hangOn(tx, viewer, input.itemId) : {}),
      mock: withAsked(input.mock ?? before?.mock ?? (input.kind === 'mock' ? freshMock : null), before),
      finishedAt: before?.finishedAt ?? (input.isFinished ? now : null),
      updatedAt: now,
      version: input.version + 1,
    }
    tx.insert(answers)
      .values({ ...next, userId: viewer.id })
      .onConflictDoUpdate({ target: answers.id, set: next })
      .run()
    if (next.finishedAt !== null && !before?.finishedAt) tickItem(tx, viewer, next, now)
    return next
  })
}

/** Deletes one of the viewer's answers; none to delete is fine. */
export async function removeAnswer(viewer: Viewer, id: string): Promise<void> {
  await transaction((tx) => {
    tx.delete(answers)
      .where(and(eq(answers.userId, viewer.id), eq(answers.id, id)))
      .run()
  })
}

function start(tx: Transaction, viewer: Viewer, id: string, input: AnswerInput, now: number): Answer {
  return {
    ...textOf(input),
    id,
    questionId: input.questionId,
    kind: input.kind,
    ...hangOn(tx, viewer, input.itemId),
    mock: null,
    startedAt: now,
    finishedAt: null,
    updatedAt: now,
    version: 0,
  }
}

/** What was asked stays asked: an interviewer may have asked meanwhile. */
function withAsked(mock: MockState | null, before: Answer | null): MockState | null {
  return mock && { ...mock, asked: [...new Set([...(before?.mock?.asked ?? []), ...mock.asked])] }
}

/** The plan's item that an answer hangs on: none unless the viewer is on its plan. */
function hangOn(tx: Transaction, viewer: Viewer, itemId: string | null): Pick<Answer, 'planId' | 'itemId'> {
  const row =
    itemId === null
      ? undefined
      : tx
          .select({ id: items.id, planId: items.planId })
          .from(items)
          .innerJoin(members, isMember(items.planId, viewer.id))
          .where(eq(items.id, itemId))
          .get()
  return { planId: row?.planId ?? null, itemId: row?.id ?? null }
}

/** Who finishes an answer has done the item that it was begun from, in the time on its clock; a guest ticks nothing. */
function tickItem(tx: Transaction, viewer: Viewer, { planId, itemId, seconds }: Answer, now: number): void {
  if (planId === null || itemId === null) return
  const role = tx.select({ role: members.role }).from(members).where(isMember(planId, viewer.id)).get()?.role
  if (!role || !canMarkItems(role)) return
  const minutesSpent = Math.round(seconds / 60)
  const change = { state: 'done' as const, ...(minutesSpent > 0 ? { minutesSpent } : {}) }
  setItemStateWithin(tx, viewer, planId, itemId, change, now)
}

function requireFewer(tx: Transaction, viewer: Viewer): void {
  const kept = tx.select({ n: count() }).from(answers).where(eq(answers.userId, viewer.id)).get()?.n ?? 0
  if (kept >= mostAnswers)
    throw invalid(
      'id',
      `You have ${kept} answers, which is the most that are kept. Delete some that you no longer need.`,
    )
}

function textOf({ markdown, diagram, ticked, scores, nextTime, seconds }: AnswerText): AnswerText {
  return { markdown, diagram, ticked, scores, nextTime, seconds }
}

function sizeOf(text: AnswerText): number {
  return Buffer.byteLength(JSON.stringify(text))
}

function isSame(before: Answer, text: AnswerText, input: AnswerInput): boolean {
  return (
    JSON.stringify(textOf(before)) === JSON.stringify(text) &&
    (input.mock === null || JSON.stringify(before.mock) === JSON.stringify(input.mock)) &&
    (before.finishedAt !== null || !input.isFinished)
  )
}
