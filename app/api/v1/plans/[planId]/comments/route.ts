import { handle } from '#app/_server/handle.ts'
import { createComment } from '#db/mutations/sharing/comments.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { listComments } from '#db/queries/sharing/comments.ts'
import { commentsQuery, newCommentBody, planParams } from '#lib/api/sharing.ts'

/** Comments on the plan's items, or on one. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  query: commentsQuery,
  run: async ({ viewer, params, query }) => ({
    body: { items: await listComments(viewer, params.planId, query.item) },
  }),
})

/** Writes a comment. */
export const POST = handle({
  viewer: 'required',
  params: planParams,
  body: newCommentBody,
  async run({ viewer, params, body, now }) {
    await requireTry(`comment:${viewer.id}`, { tries: 300, seconds: 3600 }, now)
    await createComment(viewer, params.planId, body, now)
    return { status: 201, body: { id: body.id } }
  },
})
