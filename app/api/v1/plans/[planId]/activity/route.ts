import { handle } from '#app/_server/handle.ts'
import { activityPage, listActivity } from '#db/queries/activity.ts'
import { activityQuery, planParams } from '#lib/schemas/sharing.ts'

/** What happened on the plan, the newest first. `nextBefore` asks for the page after; null: there is none. */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  query: activityQuery,
  async run({ viewer, params, query, now }) {
    const items = await listActivity(viewer, params.planId, query.before ?? now + 1)
    return { body: { items, nextBefore: items.length < activityPage ? null : (items.at(-1)?.at ?? null) } }
  },
})
