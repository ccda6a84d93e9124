import { handle } from '#app/_server/handle.ts'
import { getPlanHistory } from '#db/queries/planning/plan-history.ts'

export const GET = handle('GET plans/[planId]/history', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: await getPlanHistory(viewer, params.planId) }),
})
