import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { removeItem, setItem } from '#db/mutations/planning/items.ts'
import { getPlanItem } from '#db/queries/planning/plans.ts'
import { itemChange, itemId, itemStateChange, planId } from '#lib/api/plans.ts'

const params = z.object({ planId, itemId })

export const PUT = handle({
  viewer: 'required',
  params,
  body: itemStateChange,
  run: async ({ viewer, params, body, now }) => ({
    body: await setItemState(viewer, params.planId, params.itemId, body, now),
  }),
})

export const PATCH = handle({
  viewer: 'required',
  params,
  body: itemChange,
  run: async ({ viewer, params, body, now }) => {
    await setItem(viewer, params.planId, params.itemId, body, now)
    return { body: await getPlanItem(viewer, params.planId, params.itemId, now) }
  },
})

export const DELETE = handle({
  viewer: 'required',
  params,
  run: async ({ viewer, params, now }) => {
    await removeItem(viewer, params.planId, params.itemId, now)
    return { status: 204 }
  },
})
