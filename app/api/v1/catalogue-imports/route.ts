import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { importList } from '#db/mutations/catalogue/import-list.ts'
import { parseAwesomeListInTurns } from '#lib/catalogue/parse-awesome-list.ts'
import { choicesOf } from './choices.ts'

/** Does what was looked at, all or nothing. */
export const POST = handle('POST catalogue-imports', {
  viewer: 'admin',
  async run({ viewer, body, now }) {
    const choices = { ...choicesOf(body), skip: new Set(body.skip), without: new Set(body.without) }
    const { changeId, preview } = await importList(
      viewer,
      await parseAwesomeListInTurns(body.markdown),
      choices,
      now,
      body.revision,
    )
    await refreshCatalogue()
    return { status: changeId === null ? 200 : 201, body: { changeId, changes: preview.changes.length } }
  },
})
