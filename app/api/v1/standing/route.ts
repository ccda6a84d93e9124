import { handle } from '#app/_server/handle.ts'
import { getStanding } from '#db/queries/planning/schedules.ts'

/** How the viewer's running plans stand: what a preview of new dates is worked out from. */
export const GET = handle('GET standing', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: await getStanding(viewer, now) }),
})
