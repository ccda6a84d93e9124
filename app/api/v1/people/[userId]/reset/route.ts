import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createPersonReset } from '#db/mutations/accounts/people.ts'

export const POST = handle('POST people/[userId]/reset', {
  viewer: 'admin',
  proof: 'recent',
  async run({ viewer, params, now, request }) {
    const token = await createPersonReset(viewer, params.userId, now)
    return { body: { url: ownUrl(request, `/reset#${token}`) } }
  },
})
