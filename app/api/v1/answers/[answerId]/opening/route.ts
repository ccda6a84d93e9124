import { handle } from '#app/_server/handle.ts'
import { openInterview } from '#db/mutations/practice/interviews.ts'

export const PUT = handle('PUT answers/[answerId]/opening', {
  viewer: 'required',
  run: async ({ viewer, params, body }) => ({ body: await openInterview(viewer, params.answerId, body.planId) }),
})
