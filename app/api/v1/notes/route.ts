import { handle } from '#app/_server/handle.ts'
import { listNotes } from '#db/queries/study/notes.ts'

export const GET = handle('GET notes', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listNotes(viewer) } }),
})
