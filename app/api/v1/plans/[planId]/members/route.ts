import { handle } from '#app/_server/handle.ts'
import { inviteMember } from '#db/mutations/sharing/members.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { inviteBody, planParams } from '#lib/api/sharing.ts'

/** The people on the plan. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  run: async ({ viewer, params }) => ({ body: { items: await listMembers(viewer, params.planId) } }),
})

/** Invites somebody of this server. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  body: inviteBody,
  async run({ viewer, params, body, now }) {
    await inviteMember(viewer, params.planId, body, now)
    return { status: 201, body }
  },
})
