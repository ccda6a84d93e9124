import { handle } from '#app/_server/handle.ts'
import { restorePlan } from '#db/mutations/planning/removed-plans.ts'
import { planParams } from '#lib/api/sharing.ts'

/** Takes the deletion of a plan back. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  async run({ viewer, params, now }) {
    await restorePlan(viewer, params.planId, now)
    return {}
  },
})
