import { handle } from '#app/_server/handle.ts'
import { setProgress } from '#db/mutations/own/read-throughs.ts'

export const PUT = handle('PUT reading-progress/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setProgress(viewer, params.readingId, body, now)
  },
})
