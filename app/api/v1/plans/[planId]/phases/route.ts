import { handle } from '#app/_server/handle.ts'
import { createPhase } from '#db/mutations/planning/phases.ts'

export const POST = handle('POST plans/[planId]/phases', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    await createPhase(viewer, params.planId, body, now)
    return { body: { id: body.id } }
  },
})
