import { z } from 'zod'
import { statuses } from '#lib/marks/local.ts'
import { listOf, readingId, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** A viewer's status of a reading. */
const mark = z.strictObject({
  readingId: z.string(),
  status: z.enum(statuses),
  /** Null: not given. */
  minutesSpent: z.int().nullable(),
  updatedAt: time,
})
/** An output of `mark`. */
export type Mark = z.output<typeof mark>

const markBody = z.strictObject({
  status: z.enum(statuses, { error: `must be one of ${statuses.join(', ')}` }),
  /** Minutes really spent; null: not given; left out: as they were, while the status stays the same. */
  minutesSpent: z.int().min(1).max(6000).nullish(),
  /** When it was so; now unless told, and never later. Milliseconds, UTC. */
  at: z.int().min(0).optional(),
  /** Puts back what was, as it was then: it may be older than what it replaces. */
  isUndo: z.boolean().optional(),
})
/** What a mark is set to. */
export type MarkInput = z.output<typeof markBody>

const params = z.object({ readingId })

export const markEndpoints = {
  'GET marks': { answer: listOf(mark) },
  'PUT marks/[readingId]': { params, body: markBody, answer: mark },
  'DELETE marks/[readingId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
