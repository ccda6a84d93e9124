import { handle } from '#app/_server/handle.ts'
import { removeReadThrough, setReadThrough } from '#db/mutations/own/read-throughs.ts'

export const PUT = handle('PUT read-throughs/[throughId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setReadThrough(viewer, params.throughId, body, now) }),
})

export const DELETE = handle('DELETE read-throughs/[throughId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeReadThrough(viewer, params.throughId)
  },
})
