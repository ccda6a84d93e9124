import { handle } from '#app/_server/handle.ts'
import { forkPlan } from '#db/mutations/sharing/forks.ts'
import { forkBody, planParams } from '#lib/api/sharing.ts'

/** Makes the viewer a copy of a plan that they are on. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  body: forkBody,
  async run({ viewer, params, body: { id, title, ...settings }, now }) {
    return { status: 201, body: await forkPlan(viewer, params.planId, { id, title, settings }, now) }
  },
})
