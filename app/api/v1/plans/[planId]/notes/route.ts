import { handle } from '#app/_server/handle.ts'
import { listOwnNotesOnPlan, listSharedNotes } from '#db/queries/shared-notes.ts'
import { planParams } from '#lib/schemas/sharing.ts'

/** Notes that are shared with the plan, and which of the viewer's own could be. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  run: async ({ viewer, params }) => ({
    body: { items: await listSharedNotes(viewer, params.planId), own: await listOwnNotesOnPlan(viewer, params.planId) },
  }),
})
