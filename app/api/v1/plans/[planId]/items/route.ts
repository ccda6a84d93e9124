import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { createItems } from '#db/mutations/planning/items.ts'
import { getPlanItem } from '#db/queries/planning/plans.ts'
import { newItems, planId } from '#lib/api/plans.ts'

export const POST = handle({
  viewer: 'required',
  params: z.object({ planId }),
  body: newItems,
  limit: 256_000,
  run: async ({ viewer, params, body, now }) => {
    const { ids } = await createItems(viewer, params.planId, body, now)
    const [id] = ids
    const item = id !== undefined && ids.length === 1 ? await getPlanItem(viewer, params.planId, id, now) : {}
    return { status: 201, body: { ...item, ids } }
  },
})
