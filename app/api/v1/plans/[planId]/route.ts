import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { removePlan, setPlan, setPlanWithin } from '#db/mutations/planning/plans.ts'
import { switchTemplate } from '#db/mutations/planning/switch-template.ts'
import { getPlan } from '#db/queries/planning/plans.ts'
import { planChange, planId } from '#lib/api/plans.ts'

const params = z.object({ planId })

export const GET = handle({
  viewer: 'required',
  params,
  run: async ({ viewer, params, now }) => ({ body: await getPlan(viewer, params.planId, now) }),
})

export const PATCH = handle({
  viewer: 'required',
  params,
  body: planChange,
  run: async ({ viewer, params, body, now }) => {
    const { templateId, ...change } = body
    if (templateId === undefined) await setPlan(viewer, params.planId, change, now)
    else
      await switchTemplate(viewer, params.planId, templateId, now, (tx) =>
        setPlanWithin(tx, viewer, params.planId, change, now),
      )
    return { body: await getPlan(viewer, params.planId, now) }
  },
})

export const DELETE = handle({
  viewer: 'required',
  params,
  run: async ({ viewer, params, now }) => {
    await removePlan(viewer, params.planId, now)
    return { status: 204 }
  },
})
