import { handle } from '#app/_server/handle.ts'
import { acceptInvitation, removeInvitation } from '#db/mutations/sharing/joins.ts'
import { joinBody, planParams } from '#lib/api/sharing.ts'

/** Accepts the viewer's invitation. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  body: joinBody,
  run: async ({ viewer, params, body, now }) => ({ body: await acceptInvitation(viewer, params.planId, body, now) }),
})

/** Says no to it. */
export const DELETE = handle({
  viewer: 'required',
  params: planParams,
  async run({ viewer, params }) {
    await removeInvitation(viewer, params.planId)
    return {}
  },
})
