import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { removeMark, setMark } from '#db/mutations/study/marks.ts'
import { statuses } from '#lib/marks/status.ts'
import { pressedAt, readingId } from '#lib/api/common.ts'

const params = z.object({ readingId })

export const PUT = handle({
  viewer: 'required',
  params,
  body: z.strictObject({
    status: z.enum(statuses, { error: `must be one of ${statuses.join(', ')}` }),
    minutesSpent: z.int().min(1).max(6000).nullish(),
    at: pressedAt.optional(),
    since: pressedAt.optional(),
  }),
  run: async ({ viewer, params, body, now }) => ({ body: await setMark(viewer, params.readingId, body, now) }),
})

export const DELETE = handle({
  viewer: 'required',
  params,
  query: z.object({ at: z.coerce.number().pipe(pressedAt).optional() }),
  run: async ({ viewer, params, query, now }) => {
    await removeMark(viewer, params.readingId, now, query.at)
    return { status: 204 }
  },
})
