import { z } from 'zod'
import { isOwnId } from '#lib/own/own-id.ts'
import { line, slug, text } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const params = z.object({ readingId: z.string().refine(isOwnId, 'Not the id of an own reading.') })

/** What the admin makes of an offer: a place in the catalogue and the title there, or nothing. */
const decision = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('accepted'),
    sectionId: slug,
    /** Null: straight under the section. */
    topicId: z
      .string()
      .max(300)
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
      .nullable(),
    title: line(300),
  }),
  z.strictObject({ state: z.literal('declined') }),
])
/** An output of `decision`. */
export type OfferDecision = z.output<typeof decision>

export const offerEndpoints = {
  'PUT own-readings/[readingId]/offer': {
    params,
    /** What its owner says for it; may be empty. */
    body: z.strictObject({ reason: text(1000) }),
    answer: 'nothing',
  },
  'DELETE own-readings/[readingId]/offer': { params, answer: 'nothing' },
  /** `readingId` is the one in the catalogue; null when it was declined. */
  'PUT own-offers/[readingId]': {
    params,
    body: decision,
    answer: z.strictObject({ readingId: z.string().nullable() }),
  },
} as const satisfies EndpointPage
