import { handle } from '#app/_server/handle.ts'
import { newCalendar } from '#app/_server/new-calendar.ts'
import { removeCalendarFeed, setCalendarFeed } from '#db/mutations/planning/calendar-feeds.ts'
import { getCalendarFeed } from '#db/queries/planning/calendar-feed.ts'

/** Whether there is a secret address of the calendar, since when, and its hour. */
export const GET = handle('GET plans/[planId]/calendar', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({
    body: (await getCalendarFeed(viewer, params.planId)) ?? { createdAt: null, hour: null },
  }),
})

/** Makes one. The address is in this answer and nowhere else. */
export const POST = handle('POST plans/[planId]/calendar', {
  viewer: 'required',
  run: async ({ viewer, params, ...call }) => ({ body: await newCalendar(viewer, params.planId, call) }),
})

/** Changes its hour. */
export const PATCH = handle('PATCH plans/[planId]/calendar', {
  viewer: 'required',
  async run({ viewer, params, body }) {
    await setCalendarFeed(viewer, params.planId, body.hour)
    return { body }
  },
})

/** Revokes it. */
export const DELETE = handle('DELETE plans/[planId]/calendar', {
  viewer: 'required',
  run: ({ viewer, params }) => removeCalendarFeed(viewer, params.planId),
})
