import { handle } from '#app/_server/handle.ts'
import { removeList, setList } from '#db/mutations/study/lists.ts'

export const PUT = handle('PUT lists/[listId]', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setList(viewer, params.listId, body.title, now)
    return { body: { id: params.listId, title: body.title } }
  },
})

export const DELETE = handle('DELETE lists/[listId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeList(viewer, params.listId)
  },
})
