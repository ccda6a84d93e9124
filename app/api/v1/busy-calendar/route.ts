import { handle } from '#app/_server/handle.ts'
import { removeBusyCalendar, setBusyCalendar } from '#db/mutations/busy/busy-calendar.ts'
import { getBusyCalendar } from '#db/queries/busy/free-days.ts'

export const GET = handle('GET busy-calendar', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { calendar: await getBusyCalendar(viewer) } }),
})

export const PUT = handle('PUT busy-calendar', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => ({ body: await setBusyCalendar(viewer, body, now) }),
})

export const DELETE = handle('DELETE busy-calendar', {
  viewer: 'required',
  async run({ viewer, now }) {
    await removeBusyCalendar(viewer, now)
  },
})
