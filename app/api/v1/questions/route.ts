import { handle } from '#app/_server/handle.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'

export const GET = handle('GET questions', {
  viewer: 'none',
  run: async () => ({
    body: { items: (await getQuestionSet()).questions.map(({ id, title }) => ({ id, title })) },
    headers: { 'cache-control': 'public' },
  }),
})
