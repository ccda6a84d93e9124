import { handle } from '#app/_server/handle.ts'
import { createToken } from '#db/mutations/accounts/tokens.ts'
import { listTokens } from '#db/queries/accounts/tokens.ts'

export const GET = handle('GET tokens', {
  viewer: 'required',
  run: async ({ viewer, now }) => ({ body: { items: await listTokens(viewer, now) } }),
})

/** Makes a token. It is in this answer and nowhere else. */
export const POST = handle('POST tokens', {
  viewer: 'required',
  proof: 'recent',
  run: async ({ viewer, body, now }) => ({ body: await createToken(viewer, body, now) }),
})
