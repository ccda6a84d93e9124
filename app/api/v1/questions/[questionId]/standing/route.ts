import { handle } from '#app/_server/handle.ts'
import { getQuestionStanding } from '#db/queries/practice/question-standing.ts'
import { notFound } from '#lib/problems.ts'

export const GET = handle('GET questions/[questionId]/standing', {
  viewer: 'required',
  async run({ viewer, params }) {
    const standing = await getQuestionStanding(viewer, params.questionId)
    if (!standing) throw notFound('question')
    return { body: standing }
  },
})
