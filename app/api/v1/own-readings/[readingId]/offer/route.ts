import { handle } from '#app/_server/handle.ts'
import { offerReading, withdrawOffer } from '#db/mutations/own/offers.ts'

export const PUT = handle('PUT own-readings/[readingId]/offer', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await offerReading(viewer, params.readingId, body.reason, now)
  },
})

export const DELETE = handle('DELETE own-readings/[readingId]/offer', {
  viewer: 'required',
  async run({ viewer, params }) {
    await withdrawOffer(viewer, params.readingId)
  },
})
