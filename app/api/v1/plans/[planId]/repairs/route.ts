import { handle } from '#app/_server/handle.ts'
import { createRepair, removeLastRepair } from '#db/mutations/planning/repairs.ts'

export const POST = handle('POST plans/[planId]/repairs', {
  viewer: 'required',
  run: async ({ viewer, params, query, body, now }) => ({
    body: await createRepair(viewer, params.planId, body.kind, now, query.today),
  }),
})

export const DELETE = handle('DELETE plans/[planId]/repairs', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => {
    await removeLastRepair(viewer, params.planId, now)
  },
})
