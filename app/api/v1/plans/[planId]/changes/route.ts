import { handle } from '#app/_server/handle.ts'
import { settleForkChanges } from '#db/mutations/sharing/fork-changes.ts'
import { getForkOffer } from '#db/queries/sharing/forks.ts'

/** Edits of the plan that this one was copied from, to take or leave. */
export const GET = handle('GET plans/[planId]/changes', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => ({ body: await getForkOffer(viewer, params.planId, now) }),
})

/** Takes some over and leaves others. */
export const POST = handle('POST plans/[planId]/changes', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await settleForkChanges(viewer, params.planId, body, now) }),
})
