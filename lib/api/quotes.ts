import { z } from 'zod'
import { clientId, listOf, readingId, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** Most characters of one quote. */
export const mostQuoted = 5_000

const words = text(mostQuoted)
  .transform((value) => value.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1, 'A quote needs words.'))

/** Words of a reading that the viewer kept. */
const quote = z.strictObject({
  id: z.string(),
  readingId: z.string(),
  text: z.string(),
  createdAt: time,
  updatedAt: time,
})
/** An output of `quote`. */
export type Quote = z.output<typeof quote>

const params = z.object({ quoteId: clientId })

export const quoteEndpoints = {
  /** The viewer's quotes, from one reading or all, the oldest first. */
  'GET quotes': { query: z.object({ readingId: readingId.optional() }), answer: listOf(quote) },
  'PUT quotes/[quoteId]': { params, body: z.strictObject({ readingId, text: words }), answer: quote },
  'DELETE quotes/[quoteId]': { params, answer: 'nothing' },
} as const satisfies EndpointPage
