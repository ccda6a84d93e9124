import { handle } from '#app/_server/handle.ts'
import { mostOwnReadings } from '#lib/own/own-facts.ts'
import { addOwnReading } from '#db/mutations/own/own-readings.ts'
import { listOwnReadings } from '#db/queries/own/own-readings.ts'

export const GET = handle('GET own-readings', {
  viewer: 'required',
  run: async ({ viewer, query }) => ({ body: { ...(await listOwnReadings(viewer, query)), most: mostOwnReadings } }),
})

export const POST = handle('POST own-readings', {
  viewer: 'required',
  async run({ viewer, body, now }) {
    const added = await addOwnReading(viewer, body, now)
    return { status: added.is === 'new' ? 201 : 200, body: added }
  },
})
