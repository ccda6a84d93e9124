import { handle } from '#app/_server/handle.ts'
import { createItems } from '#db/mutations/planning/items.ts'
import { setTiers } from '#db/mutations/planning/tiers.ts'
import { getPlanItem } from '#db/queries/planning/plans.ts'

export const POST = handle('POST plans/[planId]/items', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    const { ids } = await createItems(viewer, params.planId, body, now)
    const [id] = ids
    const item = id !== undefined && ids.length === 1 ? await getPlanItem(viewer, params.planId, id, now) : {}
    return { body: { ...item, ids } }
  },
})

export const PATCH = handle('PATCH plans/[planId]/items', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    await setTiers(viewer, params.planId, body.itemIds, body.tier, now)
  },
})
