import { z } from 'zod'
import type { Timer } from '#lib/study/timer.ts'
import { listOf, pressedAt, readingId, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { itemId } from './plan-params.ts'

const timer = z.strictObject({
  readingId: z.string().nullable(),
  itemId: z.string().nullable(),
  elapsedMs: z.number(),
  startedAt: time.nullable(),
}) satisfies z.ZodType<Timer>

const body = z.strictObject({ runs: z.boolean(), at: pressedAt.optional() })
const readingParams = z.object({ readingId })
const itemParams = z.object({ itemId })

export const timerEndpoints = {
  'GET timers': { answer: listOf(timer) },
  'PUT timers/readings/[readingId]': { params: readingParams, body, answer: 'nothing' },
  'DELETE timers/readings/[readingId]': { params: readingParams, answer: 'nothing' },
  'PUT timers/items/[itemId]': { params: itemParams, body, answer: 'nothing' },
  'DELETE timers/items/[itemId]': { params: itemParams, answer: 'nothing' },
} as const satisfies EndpointPage
