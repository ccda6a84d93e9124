import { handle } from '#app/_server/handle.ts'
import { notFound } from '#lib/problems.ts'
import { setOwnReading } from '#db/mutations/own/own-readings.ts'
import { removeOwnReading } from '#db/mutations/own/remove-own-reading.ts'
import { getOwnReading } from '#db/queries/own/own-readings.ts'

export const GET = handle('GET own-readings/[readingId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    const reading = await getOwnReading(viewer, params.readingId)
    if (!reading) throw notFound('reading')
    return { body: reading }
  },
})

export const PATCH = handle('PATCH own-readings/[readingId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setOwnReading(viewer, params.readingId, body, now) }),
})

export const DELETE = handle('DELETE own-readings/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await removeOwnReading(viewer, params.readingId, now)
  },
})
