import { handle } from '#app/_server/handle.ts'
import { listInvitations } from '#db/queries/sharing/members.ts'

/** The viewer's invitations to plans. */
export const GET = handle('GET invitations', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listInvitations(viewer) } }),
})
