import { handle } from '#app/_server/handle.ts'
import { removeTimer, setTimer } from '#db/mutations/study/timers.ts'

/** Starts or pauses it. */
export const PUT = handle('PUT timers/items/[itemId]', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await setTimer(viewer, params, body.runs, now, body.at)
  },
})

/** Throws it away. */
export const DELETE = handle('DELETE timers/items/[itemId]', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeTimer(viewer, params)
  },
})
