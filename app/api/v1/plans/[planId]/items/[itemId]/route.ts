import { handle } from '#app/_server/handle.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { removeItem, setItem } from '#db/mutations/planning/items.ts'
import { getPlanItem } from '#db/queries/planning/plans.ts'

export const PUT = handle('PUT plans/[planId]/items/[itemId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({
    body: await setItemState(viewer, params.planId, params.itemId, body, now),
  }),
})

export const PATCH = handle('PATCH plans/[planId]/items/[itemId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    await setItem(viewer, params.planId, params.itemId, body, now)
    return { body: await getPlanItem(viewer, params.planId, params.itemId, now) }
  },
})

export const DELETE = handle('DELETE plans/[planId]/items/[itemId]', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => {
    await removeItem(viewer, params.planId, params.itemId, now)
  },
})
