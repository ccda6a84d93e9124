import { z } from 'zod'
import { answerParams as params } from './answers.ts'
import { text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { planId } from './plan-params.ts'
import { criterionId, mockState, practiceScores } from './practice-parts.ts'

/** A mock interview as the two who hold it see it. */
const interview = z.strictObject({
  answerId: z.string(),
  questionId: z.string(),
  candidate: z.string(),
  /** Null while nobody has taken the seat. */
  interviewer: z.string().nullable(),
  /** The plan whose people may interview; null where it is not open. */
  openPlanId: z.string().nullable(),
  /** Who the viewer is in it: the candidate, the interviewer, or one who may take the seat. */
  role: z.enum(['candidate', 'interviewer', 'teammate']),
  /** What was written so far; empty for one who has not taken the seat. */
  markdown: z.string(),
  seconds: z.int(),
  mock: mockState,
  scores: z.partialRecord(criterionId, z.strictObject({ score: z.int(), evidence: z.string() })),
  finishedAt: time.nullable(),
  updatedAt: time,
})
/** An output of `interview`. */
export type Interview = z.output<typeof interview>

/** What an interviewer does: asks a follow-up, or scores. */
const interviewChange = z.strictObject({ ask: text(300).optional(), scores: practiceScores.optional() })

export const interviewEndpoints = {
  /** Opens one's mock to the people of a plan, or closes it again. */
  'PUT answers/[answerId]/opening': {
    params,
    body: z.strictObject({ planId: planId.nullable() }),
    answer: interview,
  },
  'GET interviews/[answerId]': { params, answer: interview },
  'PUT interviews/[answerId]': { params, body: interviewChange, answer: interview },
  /** Takes the interviewer's seat: 409 where another has it. */
  'PUT interviews/[answerId]/seat': { params, answer: interview },
  'DELETE interviews/[answerId]/seat': { params, answer: 'nothing' },
} as const satisfies EndpointPage
