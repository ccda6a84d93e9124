import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { createRepair, removeLastRepair } from '#db/mutations/planning/repairs.ts'
import { repairKinds } from '#lib/planning/repairs.ts'
import { isoDay } from '#lib/api/common.ts'
import { planId } from '#lib/api/plans.ts'

const params = z.object({ planId })

export const POST = handle({
  viewer: 'required',
  params,
  query: z.object({ today: isoDay.optional() }),
  body: z.strictObject({ kind: z.enum(repairKinds) }),
  run: async ({ viewer, params, query, body, now }) => ({
    status: 201,
    body: await createRepair(viewer, params.planId, body.kind, now, query.today),
  }),
})

export const DELETE = handle({
  viewer: 'required',
  params,
  run: async ({ viewer, params, now }) => {
    await removeLastRepair(viewer, params.planId, now)
    return { status: 204 }
  },
})
