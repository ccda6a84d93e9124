import { handle } from '#app/_server/handle.ts'
import { listQuotes } from '#db/queries/own/quotes.ts'

export const GET = handle('GET quotes', {
  viewer: 'required',
  run: async ({ viewer, query }) => ({ body: { items: await listQuotes(viewer, query.readingId) } }),
})
