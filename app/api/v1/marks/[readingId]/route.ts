import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'
import { statuses } from '#lib/marks/status.ts'
import { readingId } from '#lib/api/common.ts'

const params = z.object({ readingId })

export const PUT = handle({
  viewer: 'required',
  params,
  body: z.strictObject({
    status: z.enum(statuses, { error: `must be one of ${statuses.join(', ')}` }),
    minutesSpent: z.int().min(1).max(6000).nullish(),
    at: z.int().min(0).optional(),
    isUndo: z.boolean().optional(),
  }),
  run: async ({ viewer, params, body, now }) => ({ body: await setMark(viewer, params.readingId, body, now) }),
})

export const DELETE = handle({
  viewer: 'required',
  params,
  run: async ({ viewer, params, now }) => {
    await removeMark(viewer, params.readingId, now)
    return { status: 204 }
  },
})
