import { handle } from '#app/_server/handle.ts'
import { listActivity } from '#db/queries/sharing/activity.ts'

/** What happened on the plan, the newest first. `nextCursor` asks for the page after; null: there is none. */
export const GET = handle('GET plans/[planId]/activity', {
  viewer: 'required',
  run: async ({ viewer, params, query }) => ({ body: await listActivity(viewer, params.planId, query.cursor) }),
})
