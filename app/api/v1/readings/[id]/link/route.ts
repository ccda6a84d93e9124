import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { setLinkFinding } from '#db/mutations/catalogue/link-checks.ts'
import { findingBody } from '#lib/api/catalogue.ts'
import { readingId } from '#lib/api/common.ts'

/** Says what the admin found out of a reading's address. */
export const PUT = handle({
  viewer: 'admin',
  params: z.object({ id: readingId }),
  body: findingBody,
  async run({ viewer, params, body, now }) {
    await setLinkFinding(viewer, params.id, body.finding, now)
    await refreshCatalogue()
    return {}
  },
})
