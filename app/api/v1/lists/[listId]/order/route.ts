import { handle } from '#app/_server/handle.ts'
import { setListOrder } from '#db/mutations/study/lists.ts'

export const PUT = handle('PUT lists/[listId]/order', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setListOrder(viewer, params.listId, body.readingIds, now, body.was)
  },
})
