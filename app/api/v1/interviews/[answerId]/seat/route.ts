import { handle } from '#app/_server/handle.ts'
import { leaveSeat, takeSeat } from '#db/mutations/practice/interviews.ts'

export const PUT = handle('PUT interviews/[answerId]/seat', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: await takeSeat(viewer, params.answerId) }),
})

export const DELETE = handle('DELETE interviews/[answerId]/seat', {
  viewer: 'required',
  async run({ viewer, params }) {
    await leaveSeat(viewer, params.answerId)
  },
})
