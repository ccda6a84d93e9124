import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { setLinkFinding } from '#db/mutations/catalogue/link-checks.ts'

/** Says what the admin found out of a reading's address. */
export const PUT = handle('PUT readings/[id]/link', {
  viewer: 'admin',
  async run({ viewer, params, body, now }) {
    await setLinkFinding(viewer, params.id, body.finding, now)
    await refreshCatalogue()
  },
})
