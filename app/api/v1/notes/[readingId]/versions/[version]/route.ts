import { handle } from '#app/_server/handle.ts'
import { getNoteVersion } from '#db/queries/study/notes.ts'
import { notFound } from '#lib/problems.ts'

export const GET = handle('GET notes/[readingId]/versions/[version]', {
  viewer: 'required',
  async run({ viewer, params }) {
    const version = await getNoteVersion(viewer, params.readingId, params.version)
    if (!version) throw notFound('version')
    return { body: version }
  },
})
