import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { setReadingUrl } from '#db/mutations/catalogue/link-checks.ts'
import { addressBody } from '#lib/api/catalogue.ts'
import { readingId } from '#lib/api/common.ts'

/** Gives a reading another address; the one it had is kept. */
export const PUT = handle({
  viewer: 'admin',
  params: z.object({ id: readingId }),
  body: addressBody,
  async run({ viewer, params, body, now }) {
    await setReadingUrl(viewer, params.id, body.url, now)
    await refreshCatalogue()
    return {}
  },
})
