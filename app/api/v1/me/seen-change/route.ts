import { handle } from '#app/_server/handle.ts'
import { setSeenChange } from '#db/mutations/catalogue/seen-change.ts'

/** Remembers up to which change the viewer has looked. */
export const PUT = handle('PUT me/seen-change', {
  viewer: 'required',
  async run({ viewer, body }) {
    await setSeenChange(viewer, body.changeId)
  },
})
