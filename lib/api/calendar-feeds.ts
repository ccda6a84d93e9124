import { z } from 'zod'
import { time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { planParams } from './plan-params.ts'

/** 0 to 23, or null for events of the whole day. */
const hour = z.int().min(0).max(23).nullable()
const body = z.strictObject({ hour })

/** Whether there is a calendar's address, since when, and its hour. */
const feed = z.strictObject({ createdAt: time.nullable(), hour })
/** An output of `feed`. */
export type CalendarFeedAnswer = z.output<typeof feed>

/** A calendar's address as it is told once. */
const newFeed = feed.extend({ createdAt: time, url: z.string(), webcal: z.string() })
/** An output of `newFeed`. */
export type NewCalendarFeed = z.output<typeof newFeed>

/** The secret address of the calendar of one plan, and of all the viewer's plans. */
export const calendarEndpoints = {
  'GET calendar': { answer: feed },
  'POST calendar': { body, status: 201, answer: newFeed },
  'PATCH calendar': { body, answer: body },
  'DELETE calendar': { answer: 'nothing' },
  'GET plans/[planId]/calendar': { params: planParams, answer: feed },
  'POST plans/[planId]/calendar': { params: planParams, body, status: 201, answer: newFeed },
  'PATCH plans/[planId]/calendar': { params: planParams, body, answer: body },
  'DELETE plans/[planId]/calendar': { params: planParams, answer: 'nothing' },
} as const satisfies EndpointPage
