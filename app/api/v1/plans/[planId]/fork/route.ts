import { handle } from '#app/_server/handle.ts'
import { forkPlan } from '#db/mutations/sharing/forks.ts'

/** Makes the viewer a copy of a plan that they are on. */
export const POST = handle('POST plans/[planId]/fork', {
  viewer: 'required',
  async run({ viewer, params, body: { id, title, ...settings }, now }) {
    return { body: await forkPlan(viewer, params.planId, { id, title, settings }, now) }
  },
})
