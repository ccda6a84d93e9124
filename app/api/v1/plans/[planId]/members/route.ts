import { handle } from '#app/_server/handle.ts'
import { inviteMember } from '#db/mutations/sharing/members.ts'
import { listMembers } from '#db/queries/sharing/members.ts'

/** The people on the plan. */
export const GET = handle('GET plans/[planId]/members', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: { items: await listMembers(viewer, params.planId) } }),
})

/** Invites somebody of this server. */
export const POST = handle('POST plans/[planId]/members', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await inviteMember(viewer, params.planId, body, now)
    return { body }
  },
})
