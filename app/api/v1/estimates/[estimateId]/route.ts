import { handle } from '#app/_server/handle.ts'
import { setEstimate } from '#db/mutations/numbers/estimates.ts'

export const PUT = handle('PUT estimates/[estimateId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setEstimate(viewer, params.estimateId, body, now) }),
})
