import { handle } from '#app/_server/handle.ts'
import { removeLink } from '#db/mutations/sharing/links.ts'
import { linkParams } from '#lib/api/sharing.ts'

/** Revokes a link. */
export const DELETE = handle({
  viewer: 'required',
  params: linkParams,
  async run({ viewer, params, now }) {
    await removeLink(viewer, params.planId, params.linkId, now)
    return {}
  },
})
