import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { decideOffer } from '#db/mutations/own/offers.ts'

/** Accepts or declines what somebody offered to the catalogue. */
export const PUT = handle('PUT own-offers/[readingId]', {
  viewer: 'admin',
  async run({ viewer, params, body, now }) {
    const readingId = await decideOffer(viewer, params.readingId, body, now)
    if (readingId !== null) await refreshCatalogue()
    return { body: { readingId } }
  },
})
