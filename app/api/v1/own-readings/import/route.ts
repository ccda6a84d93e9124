import { handle } from '#app/_server/handle.ts'
import { importBookmarks } from '#db/mutations/own/import-bookmarks.ts'

export const POST = handle('POST own-readings/import', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => ({
    status: 200,
    body: await importBookmarks(viewer, body.text, body.apply, now),
  }),
})
