import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { getToday } from '#db/queries/planning/today.ts'
import { isoDay } from '#lib/api/common.ts'

export const GET = handle({
  viewer: 'required',
  query: z.object({ today: isoDay.optional() }),
  run: async ({ viewer, query, now }) => ({ body: await getToday(viewer, now, query.today) }),
})
