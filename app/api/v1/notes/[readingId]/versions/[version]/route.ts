import { handle } from '#app/_server/handle.ts'
import { getNoteVersion } from '#db/queries/study/notes.ts'
import { notFound } from '#lib/problems.ts'
import { versionParams } from '#lib/api/notes.ts'

export const GET = handle({
  viewer: 'required',
  params: versionParams,
  async run({ viewer, params }) {
    const version = await getNoteVersion(viewer, params.readingId, params.version)
    if (!version) throw notFound('version')
    return { body: version }
  },
})
