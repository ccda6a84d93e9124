import { handle } from '#app/_server/handle.ts'
import { addToList, removeFromList } from '#db/mutations/study/lists.ts'
import { entryParams } from '#lib/api/lists.ts'

export const PUT = handle({
  viewer: 'required',
  params: entryParams,
  async run({ viewer, params, now }) {
    await addToList(viewer, params.listId, params.readingId, now)
    return {}
  },
})

export const DELETE = handle({
  viewer: 'required',
  params: entryParams,
  async run({ viewer, params, now }) {
    await removeFromList(viewer, params.listId, params.readingId, now)
    return {}
  },
})
