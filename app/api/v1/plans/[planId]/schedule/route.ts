import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { getSchedule } from '#db/queries/planning/schedules.ts'
import { isoDay } from '#lib/api/common.ts'
import { planId } from '#lib/api/plans.ts'

export const GET = handle({
  viewer: 'required',
  params: z.object({ planId }),
  query: z.object({ today: isoDay.optional() }),
  run: async ({ viewer, params, query, now }) => ({
    body: await getSchedule(viewer, params.planId, now, query.today),
  }),
})
