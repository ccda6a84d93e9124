import { handle } from '#app/_server/handle.ts'
import { listLists } from '#db/queries/study/lists.ts'
import { listQueue } from '#db/queries/study/queue.ts'

/** The viewer's lists, and the queue in its order. */
export const GET = handle('GET lists', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listLists(viewer), queue: await listQueue(viewer) } }),
})
