import { handle } from '#app/_server/handle.ts'
import { settleForkChanges } from '#db/mutations/sharing/fork-changes.ts'
import { getForkOffer } from '#db/queries/sharing/forks.ts'
import { decisionBody, planParams } from '#lib/api/sharing.ts'

/** Edits of the plan that this one was copied from, to take or leave. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  run: async ({ viewer, params, now }) => ({ body: await getForkOffer(viewer, params.planId, now) }),
})

/** Takes some over and leaves others. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  body: decisionBody,
  limit: 1_000_000,
  run: async ({ viewer, params, body, now }) => ({ body: await settleForkChanges(viewer, params.planId, body, now) }),
})
