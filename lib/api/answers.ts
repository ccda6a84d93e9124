import { z } from 'zod'
import { type Answer, answerLimits, practiceKinds } from '#lib/practice/answer.ts'
import { phases } from '#lib/practice/mock.ts'
import { criteria, leastEvidence, type CriterionId } from '#lib/practice/rubric.ts'
import { clientId, listOf, slug, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const phaseId = z.enum(phases.map(({ id }) => id))
const seconds = z.int().min(0).max(86_400)
const point = text(300)

const mock = z.strictObject({
  phase: phaseId,
  phaseStarted: seconds,
  hints: z.partialRecord(phaseId, z.int().min(0).max(20)),
  asked: z.array(point).max(30),
})

/** Scores as they are sent: each with what shows it. */
const scoreInput = z.strictObject({
  score: z.int().min(0).max(3),
  evidence: text(2_000).refine(
    (value) => value.trim().length >= leastEvidence,
    'Say what shows it: quote a line of the answer, or write a sentence.',
  ),
})
const criterionId = z.enum(criteria.map(({ id }): CriterionId => id))

const answerBody = z.strictObject({
  questionId: slug,
  kind: z.enum(practiceKinds),
  /** The plan's item that it is started from. */
  itemId: clientId.nullable(),
  mock: mock.nullable(),
  markdown: text(answerLimits.markdown),
  diagram: text(answerLimits.diagram),
  ticked: z.array(point).max(30),
  scores: z.partialRecord(criterionId, scoreInput),
  nextTime: text(answerLimits.nextTime),
  seconds,
  isFinished: z.boolean(),
  /** The version that it was written on, 0 for a new answer. */
  version: z.int().min(0),
})

/** What a person wrote to a drill or said in a mock. */
const answer = z.strictObject({
  id: z.string(),
  questionId: z.string(),
  kind: z.enum(practiceKinds),
  planId: z.string().nullable(),
  itemId: z.string().nullable(),
  markdown: z.string(),
  diagram: z.string(),
  ticked: z.array(z.string()),
  scores: z.partialRecord(criterionId, z.strictObject({ score: z.int(), evidence: z.string() })),
  nextTime: z.string(),
  seconds: z.int(),
  mock: mock.nullable(),
  startedAt: time,
  finishedAt: time.nullable(),
  updatedAt: time,
  version: z.int(),
}) satisfies z.ZodType<Answer>

const params = z.object({ answerId: clientId })
/** Most bytes of an answer's body: every character may take three, and more where JSON escapes it. */
const answerBytes = 600_000

export const answerEndpoints = {
  /** The viewer's answers, to one question or to all, the last begun first. */
  'GET answers': { query: z.object({ questionId: slug.optional() }), answer: listOf(answer) },
  'GET answers/[answerId]': { params, answer },
  'PUT answers/[answerId]': { params, body: answerBody, bodyBytes: answerBytes, answer },
  'DELETE answers/[answerId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
