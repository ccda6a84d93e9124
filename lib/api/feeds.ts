import { z } from 'zod'
import { ownFeedKinds } from '#lib/feeds/own-feed.ts'
import { listOf, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const kind = z.enum(ownFeedKinds)
const ownFeed = z.strictObject({ kind, createdAt: time })
/** An output of `ownFeed`. */
export type OwnFeed = z.output<typeof ownFeed>

export const feedEndpoints = {
  'GET feeds': { answer: listOf(ownFeed) },
  /** The address is in this answer and nowhere else; an earlier one is dead. */
  'POST feeds': { body: z.strictObject({ kind }), status: 201, answer: ownFeed.extend({ url: z.string() }) },
  'DELETE feeds/[kind]': { params: z.object({ kind }), answer: 'nothing' },
} as const satisfies EndpointPage
