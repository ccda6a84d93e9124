import { handle } from '#app/_server/handle.ts'
import { setInterview } from '#db/mutations/practice/interviews.ts'
import { getInterview } from '#db/queries/practice/interviews.ts'
import { notFound } from '#lib/problems.ts'

export const GET = handle('GET interviews/[answerId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    const interview = await getInterview(viewer, params.answerId)
    if (!interview) throw notFound('interview')
    return { body: interview }
  },
})

export const PUT = handle('PUT interviews/[answerId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setInterview(viewer, params.answerId, body, now) }),
})
