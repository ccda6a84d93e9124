import { handle } from '#app/_server/handle.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'

export const PUT = handle('PUT marks/[readingId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setMark(viewer, params.readingId, body, now) }),
})

export const DELETE = handle('DELETE marks/[readingId]', {
  viewer: 'required',
  run: async ({ viewer, params, query, now }) => {
    await removeMark(viewer, params.readingId, now, query.at)
  },
})
