import { handle } from '#app/_server/handle.ts'
import { listRemovedPlans } from '#db/queries/planning/removed-plans.ts'

/** The viewer's deleted plans that can still be had back. */
export const GET = handle('GET plans/removed', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listRemovedPlans(viewer, now) } }),
})
