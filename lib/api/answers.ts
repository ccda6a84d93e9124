import { z } from 'zod'
import { type Answer, answerLimits, practiceKinds } from '#lib/practice/answer.ts'
import { clientId, listOf, slug, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { criterionId, mockState, practiceScores } from './practice-parts.ts'

const seconds = z.int().min(0).max(86_400)
const point = text(300)

const answerBody = z.strictObject({
  questionId: slug,
  kind: z.enum(practiceKinds),
  /** The plan's item that it is started from. */
  itemId: clientId.nullable(),
  mock: mockState.nullable(),
  markdown: text(answerLimits.markdown),
  diagram: text(answerLimits.diagram),
  ticked: z.array(point).max(30),
  scores: practiceScores,
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
  mock: mockState.nullable(),
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
  /** With its Markdown as safe HTML. */
  'GET answers/[answerId]': { params, answer: answer.extend({ html: z.string() }) },
  'PUT answers/[answerId]': { params, body: answerBody, bodyBytes: answerBytes, answer },
  'DELETE answers/[answerId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
