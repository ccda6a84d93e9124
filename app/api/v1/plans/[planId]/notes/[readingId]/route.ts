import { handle } from '#app/_server/handle.ts'
import { createNoteShare, removeNoteShare } from '#db/mutations/sharing/note-shares.ts'
import { noteParams } from '#lib/api/sharing.ts'

/** Shares the viewer's note on a reading with the plan. */
export const PUT = handle({
  viewer: 'required',
  params: noteParams,
  async run({ viewer, params, now }) {
    await createNoteShare(viewer, params.planId, params.readingId, now)
    return { body: { readingId: params.readingId, shared: true } }
  },
})

/** Takes it back. */
export const DELETE = handle({
  viewer: 'required',
  params: noteParams,
  async run({ viewer, params }) {
    await removeNoteShare(viewer, params.planId, params.readingId)
    return {}
  },
})
