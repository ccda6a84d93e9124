import { z } from 'zod'
import { clientId, isoDay, readingId, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const minutes = z.int().min(1).max(6000)
const step = z.int().min(0).max(10_000)

/** A time through a reading beside the one that its mark says. */
const readThrough = z.strictObject({
  id: z.string(),
  readingId: z.string(),
  /** Null: some time ago. */
  day: z.string().nullable(),
  minutes: z.int().nullable(),
  createdAt: time,
  updatedAt: time,
})
/** An output of `readThrough`. */
export type ReadThrough = z.output<typeof readThrough>

/** How far the viewer is: part `at` of `of`. */
const progress = z.strictObject({ at: z.int(), of: z.int(), updatedAt: time })

/** All that the viewer's times through one reading say. */
const timesThrough = z.strictObject({ items: z.array(readThrough), progress: progress.nullable() })
/** An output of `timesThrough`. */
export type TimesThrough = z.output<typeof timesThrough>

const params = z.object({ throughId: clientId })

export const readThroughEndpoints = {
  'GET read-throughs': { query: z.object({ readingId }), answer: timesThrough },
  'PUT read-throughs/[throughId]': {
    params,
    /** No day: read some time ago. */
    body: z.strictObject({ readingId, day: isoDay.nullable(), minutes: minutes.nullable() }),
    answer: readThrough,
  },
  'DELETE read-throughs/[throughId]': { params, answer: 'nothing' },
  'PUT reading-progress/[readingId]': {
    params: z.object({ readingId }),
    /** `at` 0 forgets it. */
    body: z
      .strictObject({ at: step, of: step.min(1) })
      .refine(({ at, of }) => at <= of, { path: ['at'], error: 'You cannot be further than the last part.' }),
    answer: 'nothing',
  },
} as const satisfies EndpointPage
