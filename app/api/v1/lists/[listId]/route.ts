import { handle } from '#app/_server/handle.ts'
import { removeList, setList } from '#db/mutations/study/lists.ts'
import { listBody, listParams } from '#lib/api/lists.ts'

export const PUT = handle({
  viewer: 'required',
  params: listParams,
  body: listBody,
  async run({ viewer, params, body, now }) {
    await setList(viewer, params.listId, body.title, now)
    return { body: { id: params.listId, title: body.title } }
  },
})

export const DELETE = handle({
  viewer: 'required',
  params: listParams,
  async run({ viewer, params }) {
    await removeList(viewer, params.listId)
    return {}
  },
})
