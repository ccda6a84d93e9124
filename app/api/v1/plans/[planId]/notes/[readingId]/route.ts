import { handle } from '#app/_server/handle.ts'
import { createNoteShare, removeNoteShare } from '#db/mutations/sharing/note-shares.ts'

/** Shares the viewer's note on a reading with the plan. */
export const PUT = handle('PUT plans/[planId]/notes/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await createNoteShare(viewer, params.planId, params.readingId, now)
    return { body: { readingId: params.readingId, shared: true as const } }
  },
})

/** Takes it back. */
export const DELETE = handle('DELETE plans/[planId]/notes/[readingId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeNoteShare(viewer, params.planId, params.readingId)
  },
})
