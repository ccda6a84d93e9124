import { handle } from '#app/_server/handle.ts'
import { createComment } from '#db/mutations/sharing/comments.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { listComments } from '#db/queries/sharing/comments.ts'

/** Comments on the plan's items, or on one. */
export const GET = handle('GET plans/[planId]/comments', {
  viewer: 'required',
  run: async ({ viewer, params, query }) => ({
    body: { items: await listComments(viewer, params.planId, query.item) },
  }),
})

/** Writes a comment. */
export const POST = handle('POST plans/[planId]/comments', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await requireTry(`comment:${viewer.id}`, { tries: 300, seconds: 3600 }, now)
    await createComment(viewer, params.planId, body, now)
    return { body: { id: body.id } }
  },
})
