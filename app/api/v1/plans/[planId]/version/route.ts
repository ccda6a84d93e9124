import { handle } from '#app/_server/handle.ts'
import { getPlanPulse } from '#db/queries/sharing/plan-pulse.ts'

/** What an open page asks every few seconds: is anything new, and is the viewer still on it? */
export const GET = handle('GET plans/[planId]/version', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: await getPlanPulse(viewer, params.planId) }),
})
