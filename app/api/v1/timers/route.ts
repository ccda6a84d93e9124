import { handle } from '#app/_server/handle.ts'
import { listTimers } from '#db/queries/study/timers.ts'

export const GET = handle('GET timers', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listTimers(viewer) } }),
})
