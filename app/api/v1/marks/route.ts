import { handle } from '#app/_server/handle.ts'
import { listMarks } from '#db/queries/study/marks.ts'

export const GET = handle('GET marks', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listMarks(viewer) } }),
})
