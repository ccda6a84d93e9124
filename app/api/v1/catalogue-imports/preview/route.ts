import { handle } from '#app/_server/handle.ts'
import { previewImport } from '#db/mutations/catalogue/import-list.ts'
import { toPreview } from '#lib/catalogue/import-preview.ts'
import { parseAwesomeListInTurns } from '#lib/catalogue/parse-awesome-list.ts'
import { choicesOf } from '../choices.ts'

/** What a list would change; changes nothing. */
export const POST = handle('POST catalogue-imports/preview', {
  viewer: 'admin',
  async run({ viewer, body, now }) {
    const edition = await parseAwesomeListInTurns(body.markdown)
    const found = await previewImport(viewer, edition, choicesOf(body), now)
    return { body: toPreview(found, edition.warnings) }
  },
})
