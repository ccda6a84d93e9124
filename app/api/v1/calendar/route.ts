import { handle } from '#app/_server/handle.ts'
import { newCalendar } from '#app/_server/new-calendar.ts'
import { removeCalendarFeed, setCalendarFeed } from '#db/mutations/planning/calendar-feeds.ts'
import { getCalendarFeed } from '#db/queries/planning/calendar-feed.ts'

/** Whether there is a secret address of the calendar, of all plans, since when, and its hour. */
export const GET = handle('GET calendar', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: (await getCalendarFeed(viewer, null)) ?? { createdAt: null, hour: null } }),
})

/** Makes one. The address is in this answer and nowhere else. */
export const POST = handle('POST calendar', {
  viewer: 'required',
  run: async ({ viewer, ...call }) => ({ body: await newCalendar(viewer, null, call) }),
})

/** Changes its hour. */
export const PATCH = handle('PATCH calendar', {
  viewer: 'required',
  async run({ viewer, body }) {
    await setCalendarFeed(viewer, null, body.hour)
    return { body }
  },
})

/** Revokes it. */
export const DELETE = handle('DELETE calendar', {
  viewer: 'required',
  run: ({ viewer }) => removeCalendarFeed(viewer, null),
})
