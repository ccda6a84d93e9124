import { handle } from '#app/_server/handle.ts'
import { listOpinions } from '#db/queries/study/opinions.ts'

export const GET = handle('GET opinions', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listOpinions(viewer) } }),
})
