import { handle } from '#app/_server/handle.ts'
import { addToList, removeFromList } from '#db/mutations/study/lists.ts'

export const PUT = handle('PUT lists/[listId]/entries/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await addToList(viewer, params.listId, params.readingId, now)
  },
})

export const DELETE = handle('DELETE lists/[listId]/entries/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await removeFromList(viewer, params.listId, params.readingId, now)
  },
})
