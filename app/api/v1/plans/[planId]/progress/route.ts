import { handle } from '#app/_server/handle.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'

/** What the people on the plan did, as far as each lets it be seen. */
export const GET = handle('GET plans/[planId]/progress', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: { items: await listProgress(viewer, params.planId) } }),
})
