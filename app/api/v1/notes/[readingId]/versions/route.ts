import { handle } from '#app/_server/handle.ts'
import { listNoteVersions } from '#db/queries/study/notes.ts'

export const GET = handle('GET notes/[readingId]/versions', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: { items: await listNoteVersions(viewer, params.readingId) } }),
})
