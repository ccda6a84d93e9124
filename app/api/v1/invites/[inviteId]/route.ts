import { handle } from '#app/_server/handle.ts'
import { removeInvite } from '#db/mutations/accounts/sign-up-links.ts'

export const DELETE = handle('DELETE invites/[inviteId]', {
  viewer: 'admin',
  run: async ({ viewer, params, now }) => removeInvite(viewer, params.inviteId, now),
})
