import { handle } from '#app/_server/handle.ts'
import { createPlan } from '#db/mutations/planning/plans.ts'
import { getPlan, listPlans } from '#db/queries/planning/plans.ts'
import { newPlan } from '#lib/api/plans.ts'

export const GET = handle({
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listPlans(viewer, now) } }),
})

export const POST = handle({
  viewer: 'required',
  body: newPlan,
  limit: 256_000,
  run: async ({ viewer, body, now }) => {
    const { id } = await createPlan(viewer, body, now)
    return { status: 201, headers: { location: `/api/v1/plans/${id}` }, body: await getPlan(viewer, id, now) }
  },
})
