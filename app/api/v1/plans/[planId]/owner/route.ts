import { handle } from '#app/_server/handle.ts'
import { setOwner } from '#db/mutations/sharing/members.ts'
import { ownerBody, planParams } from '#lib/api/sharing.ts'

/** Hands the plan over. */
export const PUT = handle({
  viewer: 'required',
  params: planParams,
  body: ownerBody,
  async run({ viewer, params, body, now }) {
    await setOwner(viewer, params.planId, body.userId, now)
    return { body }
  },
})
