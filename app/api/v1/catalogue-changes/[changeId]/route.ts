import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { undoCatalogueChange } from '#db/mutations/catalogue/undo-catalogue-change.ts'

/** Takes a batch of changes back. */
export const PUT = handle('PUT catalogue-changes/[changeId]', {
  viewer: 'admin',
  async run({ viewer, params, now }) {
    const { undone, stayed } = await undoCatalogueChange(viewer, params.changeId, now)
    await refreshCatalogue()
    return { body: { undone, stayed } }
  },
})
