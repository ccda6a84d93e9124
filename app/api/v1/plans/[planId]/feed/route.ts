import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createActivityFeed, removeActivityFeed } from '#db/mutations/sharing/activity-feeds.ts'
import { getActivityFeedDate } from '#db/queries/sharing/activity-feed.ts'

/** Whether the viewer has a secret address of the plan's activity, and since when. */
export const GET = handle('GET plans/[planId]/feed', {
  viewer: 'required',
  run: async ({ viewer, params }) => ({ body: { createdAt: await getActivityFeedDate(viewer, params.planId) } }),
})

/** Makes one and revokes an earlier one. The address is in this answer and nowhere else. */
export const POST = handle('POST plans/[planId]/feed', {
  viewer: 'required',
  async run({ viewer, params, now, request }) {
    const { token } = await createActivityFeed(viewer, params.planId, now)
    return { body: { url: ownUrl(request, `/feeds/${token}.atom`), createdAt: now } }
  },
})

/** Revokes it. */
export const DELETE = handle('DELETE plans/[planId]/feed', {
  viewer: 'required',
  async run({ viewer, params }) {
    await removeActivityFeed(viewer, params.planId)
  },
})
