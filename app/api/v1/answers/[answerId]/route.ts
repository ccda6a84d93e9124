import { handle } from '#app/_server/handle.ts'
import { removeAnswer, setAnswer } from '#db/mutations/practice/answers.ts'
import { getAnswer } from '#db/queries/practice/answers.ts'
import { renderText } from '#lib/markdown/render-text.ts'
import { notFound } from '#lib/problems.ts'

export const GET = handle('GET answers/[answerId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    const answer = await getAnswer(viewer, params.answerId)
    if (!answer) throw notFound('answer')
    return { body: { ...answer, html: await renderText(answer.markdown) } }
  },
})

export const PUT = handle('PUT answers/[answerId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setAnswer(viewer, params.answerId, body, now) }),
})

export const DELETE = handle('DELETE answers/[answerId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeAnswer(viewer, params.answerId)
  },
})
