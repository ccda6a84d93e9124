import { handle } from '#app/_server/handle.ts'
import { removeOtherSessions } from '#db/mutations/accounts/sessions.ts'
import { listSessions } from '#db/queries/accounts/sessions.ts'

export const GET = handle({
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listSessions(viewer, now) } }),
})

/** Signs out everywhere but here. */
export const DELETE = handle({
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { removed: await removeOtherSessions(viewer) } }),
})
