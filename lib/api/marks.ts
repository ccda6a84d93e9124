import { z } from 'zod'
import { statuses } from '#lib/marks/status.ts'
import { listOf, pressedAt, readingId, time } from './common.ts'
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
  /** When it was pressed; now unless told, and never later. */
  at: pressedAt.optional(),
  /** For what is put back as it was: since when it had been so. */
  since: pressedAt.optional(),
})
/** What a mark is set to. */
export type MarkInput = z.output<typeof markBody>

const params = z.object({ readingId })

export const markEndpoints = {
  'GET marks': { answer: listOf(mark) },
  /** The mark as it stands; null where it was taken off later than this was pressed. */
  'PUT marks/[readingId]': { params, body: markBody, answer: mark.nullable() },
  'DELETE marks/[readingId]': {
    params,
    query: z.object({ at: z.coerce.number<number | string>().pipe(pressedAt).optional() }),
    answer: 'nothing',
  },
} as const satisfies EndpointPage
