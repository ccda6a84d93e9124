import { handle } from '#app/_server/handle.ts'
import { setListOrder } from '#db/mutations/study/lists.ts'
import { orderBody, orderParams } from '#lib/api/lists.ts'

export const PUT = handle({
  viewer: 'required',
  params: orderParams,
  body: orderBody,
  limit: 400_000,
  async run({ viewer, params, body, now }) {
    await setListOrder(viewer, params.listId, body.readingIds, now, body.was)
    return {}
  },
})
