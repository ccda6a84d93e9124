import { handle } from '#app/_server/handle.ts'
import { getToday } from '#db/queries/planning/today.ts'

export const GET = handle('GET today', {
  viewer: 'required',
  run: async ({ viewer, query, now }) => ({ body: await getToday(viewer, now, query.today) }),
})
