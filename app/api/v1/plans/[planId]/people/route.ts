import { handle } from '#app/_server/handle.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { listPeopleToInvite } from '#db/queries/sharing/members.ts'

/** People of this server whom the owner can invite. */
export const GET = handle('GET plans/[planId]/people', {
  viewer: 'required',
  async run({ viewer, params, query, now }) {
    // A whole e-mail address finds its owner: not a thing to try by the thousand.
    await requireTry(`people:${viewer.id}`, { tries: 600, seconds: 60 * 60 }, now)
    return { body: { items: await listPeopleToInvite(viewer, params.planId, query.q) } }
  },
})
