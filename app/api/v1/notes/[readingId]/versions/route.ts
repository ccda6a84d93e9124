import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { listNoteVersions } from '#db/queries/study/notes.ts'
import { readingId } from '#lib/api/common.ts'

export const GET = handle({
  viewer: 'required',
  params: z.object({ readingId }),
  run: async ({ viewer, params }) => ({ body: { items: await listNoteVersions(viewer, params.readingId) } }),
})
