import { handle } from '#app/_server/handle.ts'
import { restorePlan } from '#db/mutations/planning/removed-plans.ts'

/** Takes the deletion of a plan back. */
export const POST = handle('POST plans/[planId]/restore', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await restorePlan(viewer, params.planId, now)
  },
})
