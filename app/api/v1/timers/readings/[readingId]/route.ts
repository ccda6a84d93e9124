import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { removeTimer, setTimer } from '#db/mutations/study/timers.ts'
import { timerBody } from '#lib/api/timers.ts'
import { readingId } from '#lib/api/common.ts'

const params = z.object({ readingId })

/** Starts or pauses it. */
export const PUT = handle({
  viewer: 'required',
  params,
  body: timerBody,
  async run({ viewer, params, body, now }) {
    await setTimer(viewer, params, body.runs, now, body.at)
    return { status: 204 }
  },
})

/** Throws it away. */
export const DELETE = handle({
  viewer: 'required',
  params,
  async run({ viewer, params }) {
    await removeTimer(viewer, params)
    return { status: 204 }
  },
})
