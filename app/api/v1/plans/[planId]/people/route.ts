import { handle } from '#app/_server/handle.ts'
import { listPeopleToInvite } from '#db/queries/members.ts'
import { peopleQuery, planParams } from '#lib/schemas/sharing.ts'

/** People of this server whom the owner can invite. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  query: peopleQuery,
  run: async ({ viewer, params, query }) => ({
    body: { items: await listPeopleToInvite(viewer, params.planId, query.q) },
  }),
})
