import { handle } from '#app/_server/handle.ts'
import { getSchedule } from '#db/queries/planning/schedules.ts'

export const GET = handle('GET plans/[planId]/schedule', {
  viewer: 'required',
  run: async ({ viewer, params, query, now }) => ({
    body: await getSchedule(viewer, params.planId, now, query.today),
  }),
})
