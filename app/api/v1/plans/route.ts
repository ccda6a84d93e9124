import { handle } from '#app/_server/handle.ts'
import { createPlan } from '#db/mutations/planning/plans.ts'
import { getPlan, listPlans } from '#db/queries/planning/plans.ts'

export const GET = handle('GET plans', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listPlans(viewer, now) } }),
})

export const POST = handle('POST plans', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => {
    const { id } = await createPlan(viewer, body, now)
    return { headers: { location: `/api/v1/plans/${id}` }, body: await getPlan(viewer, id, now) }
  },
})
