import { handle } from '#app/_server/handle.ts'
import { listQuestionStandings } from '#db/queries/practice/question-standing.ts'

export const GET = handle('GET questions/standing', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listQuestionStandings(viewer) } }),
})
