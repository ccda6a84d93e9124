import { handle } from '#app/_server/handle.ts'
import { acceptInvitation, removeInvitation } from '#db/mutations/sharing/joins.ts'

/** Accepts the viewer's invitation. */
export const POST = handle('POST plans/[planId]/invitation', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await acceptInvitation(viewer, params.planId, body, now) }),
})

/** Says no to it. */
export const DELETE = handle('DELETE plans/[planId]/invitation', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeInvitation(viewer, params.planId)
  },
})
