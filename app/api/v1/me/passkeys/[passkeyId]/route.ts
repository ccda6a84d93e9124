import { handle } from '#app/_server/handle.ts'
import { removePasskey } from '#db/mutations/accounts/passkeys.ts'

export const DELETE = handle('DELETE me/passkeys/[passkeyId]', {
  viewer: 'required',
  proof: 'recent',
  run: async ({ viewer, params, now }) => removePasskey(viewer, params.passkeyId, now),
})
