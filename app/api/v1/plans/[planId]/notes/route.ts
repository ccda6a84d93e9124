import { handle } from '#app/_server/handle.ts'
import { listOwnNotesOnPlan, listSharedNotes } from '#db/queries/sharing/shared-notes.ts'

/** Notes that are shared with the plan, and which of the viewer's own could be. */
export const GET = handle('GET plans/[planId]/notes', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({
    body: { items: await listSharedNotes(viewer, params.planId), own: await listOwnNotesOnPlan(viewer, params.planId) },
  }),
})
