import { handle } from '#app/_server/handle.ts'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { getArchive, listStudyEntries } from '#db/queries/archive/archive.ts'
import { markdownFolder, zipFolder } from '#lib/archive/markdown-folder.ts'
import { studyCsv } from '#lib/archive/study-table.ts'

/** Everything of the viewer, as a file to keep: the archive, a table, or a folder of Markdown. */
export const GET = handle('GET archive', {
  viewer: 'required',
  async run({ viewer, query, now }) {
    const day = new Date(now).toISOString().slice(0, 10)
    if (query.format === 'json')
      return file(JSON.stringify(await getArchive(viewer, now), null, 1), `loadpath-${day}.json`, 'application/json')
    const entries = await listStudyEntries(viewer)
    if (query.format === 'csv') return file(studyCsv(entries), `loadpath-${day}.csv`, 'text/csv; charset=utf-8')
    return file(zipFolder(markdownFolder(entries)), `loadpath-${day}.zip`, 'application/zip')
  },
})

/** Brings an archive in, or says what that would do. */
export const POST = handle('POST archive', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => ({ body: await importArchive(viewer, body.archive, body.apply, now) }),
})

function file(content: string | Uint8Array, name: string, type: string): Response {
  return new Response(content as BodyInit, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}
