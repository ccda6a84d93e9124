import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { undoCatalogueChange } from '#db/mutations/catalogue/undo-catalogue-change.ts'
import { changeId, undoBody } from '#lib/api/catalogue.ts'

/** Takes a batch of changes back. */
export const PUT = handle({
  viewer: 'admin',
  params: z.object({ changeId }),
  body: undoBody,
  async run({ viewer, params, now }) {
    const { undone, stayed } = await undoCatalogueChange(viewer, params.changeId, now)
    await refreshCatalogue()
    return { body: { undone, stayed } }
  },
})
