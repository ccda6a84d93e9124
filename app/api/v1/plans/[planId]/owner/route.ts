import { handle } from '#app/_server/handle.ts'
import { setOwner } from '#db/mutations/sharing/members.ts'

/** Hands the plan over. */
export const PUT = handle('PUT plans/[planId]/owner', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setOwner(viewer, params.planId, body.userId, now)
    return { body }
  },
})
