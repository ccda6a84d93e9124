import { handle } from '#app/_server/handle.ts'
import { getTimesThrough } from '#db/queries/own/read-throughs.ts'

export const GET = handle('GET read-throughs', {
  viewer: 'required',
  run: async ({ viewer, query }) => ({ body: await getTimesThrough(viewer, query.readingId) }),
})
