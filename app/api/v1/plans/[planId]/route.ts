import { handle } from '#app/_server/handle.ts'
import { removePlan, setPlan, setPlanWithin } from '#db/mutations/planning/plans.ts'
import { switchTemplate } from '#db/mutations/planning/switch-template.ts'
import { getPlan } from '#db/queries/planning/plans.ts'

export const GET = handle('GET plans/[planId]', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => ({ body: await getPlan(viewer, params.planId, now) }),
})

export const PATCH = handle('PATCH plans/[planId]', {
  viewer: 'required',
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

export const DELETE = handle('DELETE plans/[planId]', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => {
    await removePlan(viewer, params.planId, now)
  },
})
