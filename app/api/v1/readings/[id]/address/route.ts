import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { setReadingUrl } from '#db/mutations/catalogue/link-checks.ts'

/** Gives a reading another address; the one it had is kept. */
export const PUT = handle('PUT readings/[id]/address', {
  viewer: 'admin',
  async run({ viewer, params, body, now }) {
    await setReadingUrl(viewer, params.id, body.url, now)
    await refreshCatalogue()
  },
})
