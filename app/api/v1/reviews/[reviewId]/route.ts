import { handle } from '#app/_server/handle.ts'
import { removeReview, setReview } from '#db/mutations/reviews/reviews.ts'

export const PUT = handle('PUT reviews/[reviewId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setReview(viewer, params.reviewId, body, now) }),
})

export const DELETE = handle('DELETE reviews/[reviewId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await removeReview(viewer, params.reviewId, now)
  },
})
