import { handle } from '#app/_server/handle.ts'
import { removeOwnFeed } from '#db/mutations/study/own-feeds.ts'

export const DELETE = handle('DELETE feeds/[kind]', {
  viewer: 'required',
  run: async ({ viewer, params }) => removeOwnFeed(viewer, params.kind),
})
