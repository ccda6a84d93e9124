import { handle } from '#app/_server/handle.ts'
import { setPerson } from '#db/mutations/accounts/people.ts'

export const PATCH = handle('PATCH people/[userId]', {
  viewer: 'admin',
  proof: 'recent',
  run: async ({ viewer, params, body, now }) => setPerson(viewer, params.userId, body, now),
})
