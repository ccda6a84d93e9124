import { handle } from '#app/_server/handle.ts'
import { setOpinion } from '#db/mutations/study/opinions.ts'

export const PUT = handle('PUT opinions/[readingId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setOpinion(viewer, params.readingId, body, now) }),
})
