import { handle } from '#app/_server/handle.ts'
import { getReviewDay } from '#db/queries/reviews/review-day.ts'

export const GET = handle('GET reviews', {
  viewer: 'required',
  run: async ({ viewer, query, now }) => ({ body: await getReviewDay(viewer, now, query.minutes) }),
})
