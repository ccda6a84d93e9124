import { handle } from '#app/_server/handle.ts'
import { joinByLink } from '#db/mutations/sharing/joins.ts'
import { joinBody, tokenParams } from '#lib/api/sharing.ts'

/** Joins the plan that the link leads to. */
export const POST = handle({
  viewer: 'required',
  params: tokenParams,
  body: joinBody,
  run: async ({ viewer, params, body, now }) => ({ body: await joinByLink(viewer, params.token, body, now) }),
})
