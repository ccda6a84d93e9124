import { handle } from '#app/_server/handle.ts'
import { joinByLink } from '#db/mutations/sharing/joins.ts'

/** Joins the plan that the link leads to. */
export const POST = handle('POST shared/[token]/join', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await joinByLink(viewer, params.token, body, now) }),
})
