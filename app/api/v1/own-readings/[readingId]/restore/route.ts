import { handle } from '#app/_server/handle.ts'
import { restoreOwnReading } from '#db/mutations/own/remove-own-reading.ts'

export const POST = handle('POST own-readings/[readingId]/restore', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await restoreOwnReading(viewer, params.readingId, now)
  },
})
