import { handle } from '#app/_server/handle.ts'
import { saveBody } from '#app/_server/save-body.ts'
import { senderOf } from '#app/_server/sender.ts'
import { streamFile } from '#app/_server/stream-file.ts'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { recordExport } from '#db/mutations/security/security-events.ts'
import { archivePages, listStudyEntries } from '#db/queries/archive/archive.ts'
import { archiveJson } from '#lib/archive/archive-json.ts'
import { fileSource } from '#lib/archive/file-source.ts'
import { markdownFolder, zipPieces } from '#lib/archive/markdown-folder.ts'
import { csvPieces } from '#lib/archive/study-table.ts'
import { archiveBytes } from '#lib/api/archive.ts'
import { inTurn } from '#lib/in-turn.ts'

/** Everything of the viewer, as a file to keep: the archive, a table, or a folder of Markdown. */
export const GET = handle('GET archive', {
  viewer: 'required',
  async run({ viewer, query, now, request }) {
    await recordExport(viewer, senderOf(request), now)
    const day = new Date(now).toISOString().slice(0, 10)
    if (query.format === 'json')
      return streamFile(archiveJson(archivePages(viewer, now)), `loadpath-${day}.json`, 'application/json')
    const entries = await listStudyEntries(viewer)
    if (query.format === 'csv') return streamFile(csvPieces(entries), `loadpath-${day}.csv`, 'text/csv; charset=utf-8')
    return streamFile(zipPieces(markdownFolder(entries)), `loadpath-${day}.zip`, 'application/zip')
  },
})

/**
 * Brings an archive in, or says what that would do. The body, `{archive, apply}`, may be larger than memory: it goes to
 * a file first and is read from there, one import after another.
 */
export const POST = handle('POST archive', {
  viewer: 'required',
  async run({ viewer, request, now }) {
    await using body = await saveBody(request, archiveBytes)
    return {
      body: await inTurn('import', () => importArchive(viewer, fileSource(body.file), now)),
    }
  },
})
