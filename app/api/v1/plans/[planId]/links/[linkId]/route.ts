import { handle } from '#app/_server/handle.ts'
import { removeLink } from '#db/mutations/sharing/links.ts'

/** Revokes a link. */
export const DELETE = handle('DELETE plans/[planId]/links/[linkId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await removeLink(viewer, params.planId, params.linkId, now)
  },
})
