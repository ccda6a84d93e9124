import { handle } from '#app/_server/handle.ts'
import { listAnswers } from '#db/queries/practice/answers.ts'

export const GET = handle('GET answers', {
  viewer: 'required',
  run: async ({ viewer, query }) => ({ body: { items: await listAnswers(viewer, query.questionId) } }),
})
