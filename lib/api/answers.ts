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

/** The answer of an address. */
export const answerParams = z.object({ answerId: clientId })
const params = answerParams
/** Most bytes of an answer's body: every character may take three, and more where JSON escapes it. */
const answerBytes = 600_000

/** What the viewer did for a question. */
const questionStanding = z.strictObject({
  /** "Read 5 of 7, two cards, practised once at 2.1 of 3; weakest: Fan-out." */
  words: z.string(),
  /** The question's readings that the viewer has a note on. */
  noted: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** Finished answers, the last first; the score is from 0 to 3, null where there is none. */
  answers: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(practiceKinds),
      finishedAt: time,
      score: z.number().nullable(),
    }),
  ),
  /** Whether an answer waits to be finished. */
  isOpen: z.boolean(),
  /** Plans that the viewer may put it into. */
  plans: z.array(z.strictObject({ id: z.string(), title: z.string() })),
})
/** An output of `questionStanding`. */
export type QuestionStanding = z.output<typeof questionStanding>

export const answerEndpoints = {
  /** How ready the viewer is for each question for which they have done anything, in a sentence. */
  'GET questions/standing': { answer: listOf(z.strictObject({ id: z.string(), words: z.string() })) },
  /** What the viewer has read, noted and practised for a question. */
  'GET questions/[questionId]/standing': { params: z.object({ questionId: slug }), answer: questionStanding },
  /** The viewer's answers, to one question or to all, the last begun first. */
  'GET answers': { query: z.object({ questionId: slug.optional() }), answer: listOf(answer) },
  /** With its Markdown as safe HTML. */
  'GET answers/[answerId]': { params, answer: answer.extend({ html: z.string() }) },
  'PUT answers/[answerId]': { params, body: answerBody, bodyBytes: answerBytes, answer },
  'DELETE answers/[answerId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
