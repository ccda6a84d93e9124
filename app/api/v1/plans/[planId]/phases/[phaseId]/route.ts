import { handle } from '#app/_server/handle.ts'
import { removePhase, setPhase } from '#db/mutations/planning/phases.ts'

export const PATCH = handle('PATCH plans/[planId]/phases/[phaseId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    await setPhase(viewer, params.planId, params.phaseId, body, now)
  },
})

export const DELETE = handle('DELETE plans/[planId]/phases/[phaseId]', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => {
    await removePhase(viewer, params.planId, params.phaseId, now)
  },
})
