import { handle } from '#app/_server/handle.ts'
import { removeFactors } from '#db/mutations/accounts/factors.ts'

export const DELETE = handle('DELETE people/[userId]/factors', {
  viewer: 'admin',
  proof: 'recent',
  run: async ({ viewer, params, now }) => removeFactors(viewer, params.userId, now),
})
