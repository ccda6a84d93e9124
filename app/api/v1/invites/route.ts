import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createInvite } from '#db/mutations/accounts/sign-up-links.ts'
import { listInvites } from '#db/queries/accounts/sign-up-links.ts'

export const GET = handle('GET invites', {
  viewer: 'admin',
  run: async ({ viewer, now }) => ({ body: { items: await listInvites(viewer, now) } }),
})

export const POST = handle('POST invites', {
  viewer: 'admin',
  proof: 'recent',
  async run({ viewer, body, now, request }) {
    const { id, token } = await createInvite(viewer, body, now)
    return { body: { id, url: ownUrl(request, `/sign-up?invite=${token}`) } }
  },
})
