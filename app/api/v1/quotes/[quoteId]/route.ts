import { handle } from '#app/_server/handle.ts'
import { removeQuote, setQuote } from '#db/mutations/own/quotes.ts'

export const PUT = handle('PUT quotes/[quoteId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setQuote(viewer, params.quoteId, body, now) }),
})

export const DELETE = handle('DELETE quotes/[quoteId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeQuote(viewer, params.quoteId)
  },
})
