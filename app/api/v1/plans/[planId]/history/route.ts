import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { getPlanHistory } from '#db/queries/planning/plan-history.ts'
import { planId } from '#lib/api/plans.ts'

export const GET = handle({
  viewer: 'required',
  params: z.object({ planId }),
  run: async ({ viewer, params }) => ({ body: await getPlanHistory(viewer, params.planId) }),
})
