import { z } from 'zod'
import { time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'
import { webAddress } from './own-readings.ts'

/** Most bytes of a calendar. */
export const calendarBytes = 10_000_000

const ofDay = z.int().min(0).max(1440)

/** The viewer's calendar of other things. Of its events nothing is kept but the minutes that they leave. */
const busyCalendar = z.strictObject({
  /** The host that it is read from, without its secret address; null for a file. */
  host: z.string().nullable(),
  /** The hours of study, in minutes since midnight. */
  studyFrom: z.int(),
  studyTo: z.int(),
  readAt: time,
  /** Days to come of which it takes some study time. */
  days: z.int(),
  /** Events that could not be followed. */
  left: z.int(),
  /** Why it could not be read the last time; empty: it could. */
  problem: z.string(),
})
/** An output of `busyCalendar`. */
export type BusyCalendar = z.output<typeof busyCalendar>

const body = z
  .strictObject({
    /** Where it is read, again and again. */
    url: webAddress
      .or(z.string().startsWith('webcal://').max(2000))
      .transform((url) => url.replace(/^webcal:/, 'https:'))
      .optional(),
    /** Or a file's text, read once. */
    text: z.string().max(calendarBytes).optional(),
    studyFrom: ofDay,
    studyTo: ofDay,
  })
  .refine(({ studyFrom, studyTo }) => studyTo >= studyFrom + 10, {
    path: ['studyTo'],
    error: 'The study time ends after it begins, ten minutes later at least.',
  })
  .refine(({ url, text }) => (url === undefined) !== (text === undefined), {
    path: ['url'],
    error: 'Give the address of a calendar, or a file.',
  })

/** What reading a calendar did to the plans. */
const busyResult = z.strictObject({
  calendar: busyCalendar,
  /** Plans of which something stands on another day now. */
  moved: z.array(z.strictObject({ planId: z.string(), title: z.string(), items: z.int() })),
})
/** An output of `busyResult`. */
export type BusyResult = z.output<typeof busyResult>

export const busyCalendarEndpoints = {
  'GET busy-calendar': { answer: z.strictObject({ calendar: busyCalendar.nullable() }) },
  'PUT busy-calendar': { body, bodyBytes: calendarBytes * 2, answer: busyResult },
  'DELETE busy-calendar': { answer: 'nothing' },
} as const satisfies EndpointPage
