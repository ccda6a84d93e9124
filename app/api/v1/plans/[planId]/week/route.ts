import { handle } from '#app/_server/handle.ts'
import { getGroupWeek } from '#db/queries/sharing/group-week.ts'

/** What each of the people on the plan has on this week, as far as they let it be seen. */
export const GET = handle('GET plans/[planId]/week', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => ({ body: await getGroupWeek(viewer, params.planId, now) }),
})
