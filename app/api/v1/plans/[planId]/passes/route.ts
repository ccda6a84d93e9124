import { handle } from '#app/_server/handle.ts'
import { createPass } from '#db/mutations/planning/passes.ts'

export const POST = handle('POST plans/[planId]/passes', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({
    body: await createPass(viewer, params.planId, body, now),
  }),
})
