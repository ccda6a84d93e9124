import type { z } from 'zod'
import { createCalendarFeed, removeCalendarFeed, setCalendarFeed } from '#db/mutations/planning/calendar-feeds.ts'
import { getCalendarFeed } from '#db/queries/planning/calendar-feed.ts'
import { calendarHour } from '#lib/api/calendar-feeds.ts'
import { handle } from './handle.ts'
import { ownUrl } from './own-url.ts'

/** The handlers of a calendar's secret address, for one plan or for all; `planIdOf` says which from the path. */
export function calendarRoutes<P extends z.ZodType | undefined>(
  params: P,
  planIdOf: (params: P extends z.ZodType ? z.output<P> : undefined) => string | null,
) {
  type Params = P extends z.ZodType ? z.output<P> : undefined
  return {
    /** Whether there is one, when it was made, and its hour. */
    GET: handle({
      viewer: 'required',
      params,
      run: async ({ viewer, params }) => {
        const feed = await getCalendarFeed(viewer, planIdOf(params as Params))
        return { body: feed ?? { createdAt: null, hour: null } }
      },
    }),
    /** Makes one and revokes an earlier one. The address is in this answer and nowhere else. */
    POST: handle({
      viewer: 'required',
      params,
      body: calendarHour,
      run: async ({ viewer, params, body, now, request }) => {
        const { token } = await createCalendarFeed(viewer, planIdOf(params as Params), body.hour, now)
        const url = ownUrl(request, `/feeds/${token}.ics`)
        return { status: 201, body: { url, webcal: url.replace(/^https?:/, 'webcal:'), createdAt: now, ...body } }
      },
    }),
    /** Changes its hour. */
    PATCH: handle({
      viewer: 'required',
      params,
      body: calendarHour,
      run: async ({ viewer, params, body }) => {
        await setCalendarFeed(viewer, planIdOf(params as Params), body.hour)
        return { body }
      },
    }),
    /** Revokes it. */
    DELETE: handle({
      viewer: 'required',
      params,
      run: async ({ viewer, params }) => {
        await removeCalendarFeed(viewer, planIdOf(params as Params))
        return { status: 204 }
      },
    }),
  }
}
