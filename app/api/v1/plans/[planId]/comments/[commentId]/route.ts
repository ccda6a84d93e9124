import { handle } from '#app/_server/handle.ts'
import { removeComment, setComment } from '#db/mutations/sharing/comments.ts'

/** Changes one's own comment. */
export const PUT = handle('PUT plans/[planId]/comments/[commentId]', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setComment(viewer, params.planId, params.commentId, body.markdown, now)
    return { body: { id: params.commentId } }
  },
})

/** Takes a comment away. */
export const DELETE = handle('DELETE plans/[planId]/comments/[commentId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeComment(viewer, params.planId, params.commentId)
  },
})
