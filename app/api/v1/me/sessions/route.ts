import { handle } from '#app/_server/handle.ts'
import { removeOtherSessions } from '#db/mutations/accounts/sessions.ts'
import { listSessions } from '#db/queries/accounts/sessions.ts'

export const GET = handle('GET me/sessions', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listSessions(viewer, now) } }),
})

/** Signs out everywhere but here. */
export const DELETE = handle('DELETE me/sessions', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { removed: await removeOtherSessions(viewer, now) } }),
})
