import { handle } from '#app/_server/handle.ts'
import { removeToken } from '#db/mutations/accounts/tokens.ts'

export const DELETE = handle('DELETE tokens/[tokenId]', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => removeToken(viewer, params.tokenId, now),
})
