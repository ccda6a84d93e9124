import { handle } from '#app/_server/handle.ts'
import { signPersonOut } from '#db/mutations/accounts/people.ts'

export const DELETE = handle('DELETE people/[userId]/sessions', {
  viewer: 'admin',
  proof: 'recent',
  run: async ({ viewer, params, now }) => ({ body: { removed: await signPersonOut(viewer, params.userId, now) } }),
})
