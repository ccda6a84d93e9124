import { handle } from '#app/_server/handle.ts'
import { listAllCards } from '#db/queries/reviews/all-cards.ts'
import { ankiFile } from '#lib/reviews/anki.ts'

export const GET = handle('GET reviews/anki', {
  viewer: 'required',
  run: async ({ viewer }) =>
    new Response(ankiFile(await listAllCards(viewer)), {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="loadpath-cards.txt"',
      },
    }),
})
