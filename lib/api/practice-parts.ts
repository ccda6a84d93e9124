import { z } from 'zod'
import { phases } from '#lib/practice/mock.ts'
import { criteria, type CriterionId, leastEvidence } from '#lib/practice/rubric.ts'
import { text } from './common.ts'

const phaseId = z.enum(phases.map(({ id }) => id))

/** One of the six criteria. */
export const criterionId = z.enum(criteria.map(({ id }): CriterionId => id))

/** Where a mock interview stands. */
export const mockState = z.strictObject({
  phase: phaseId,
  since: z.int().min(0).nullable(),
  phaseStarted: z.int().min(0).max(86_400),
  hints: z.partialRecord(phaseId, z.int().min(0).max(20)),
  asked: z.array(text(300)).max(30),
})

/** Scores as they are sent: each with what shows it. */
export const practiceScores = z.partialRecord(
  criterionId,
  z.strictObject({
    score: z.int().min(0).max(3),
    evidence: text(2_000).refine(
      (value) => value.trim().length >= leastEvidence,
      'Say what shows it: quote a line of the answer, or write a sentence.',
    ),
  }),
)
