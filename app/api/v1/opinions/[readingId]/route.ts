import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { setOpinion } from '#db/mutations/study/opinions.ts'
import { readingId } from '#lib/api/common.ts'
import { opinionBody } from '#lib/api/lists.ts'

export const PUT = handle({
  viewer: 'required',
  params: z.object({ readingId }),
  body: opinionBody,
  run: async ({ viewer, params, body, now }) => ({ body: await setOpinion(viewer, params.readingId, body, now) }),
})
