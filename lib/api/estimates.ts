import { z } from 'zod'
import { clientId, pressedAt, text } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const amount = z.number('Write a number.').positive('An estimate is more than nothing.').max(1e300)

const estimateBody = z
  .strictObject({
    /** The figure that was asked for, as `/numbers` names it. */
    figure: text(40),
    /** The ends of the range, in the base unit of the figure's kind. */
    low: amount,
    high: amount,
    at: pressedAt,
  })
  .refine(({ low, high }) => low <= high, { path: ['high'], error: 'The upper end is below the lower one.' })
/** An output of `estimateBody`. */
export type EstimateInput = z.output<typeof estimateBody>

const estimate = z.strictObject({
  id: z.string(),
  figure: z.string(),
  low: z.number(),
  high: z.number(),
  /** The truth, in the same unit. */
  value: z.number(),
})
/** An output of `estimate`. */
export type Estimate = z.output<typeof estimate>

export const estimateEndpoints = {
  /** A range that one is 90 % sure of, for a figure of the viewer's numbers; the answer has the truth. */
  'PUT estimates/[estimateId]': {
    params: z.object({ estimateId: clientId }),
    body: estimateBody,
    answer: estimate,
  },
} as const satisfies EndpointPage
