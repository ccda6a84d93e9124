import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { createPass } from '#db/mutations/planning/passes.ts'
import { datesAndMinutes, endBeforeStart, endsAfterStart, planId } from '#lib/api/plans.ts'

export const POST = handle({
  viewer: 'required',
  params: z.object({ planId }),
  body: datesAndMinutes.refine(endsAfterStart, endBeforeStart),
  run: async ({ viewer, params, body, now }) => ({
    status: 201,
    body: await createPass(viewer, params.planId, body, now),
  }),
})
