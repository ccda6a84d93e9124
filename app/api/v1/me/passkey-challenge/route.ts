import { handle } from '#app/_server/handle.ts'
import { requireParty } from '#app/_server/party.ts'
import { passkeyOptions } from '#app/_server/passkeys.ts'

export const POST = handle('POST me/passkey-challenge', {
  viewer: 'required',
  async run({ viewer, now, request }) {
    return { body: { options: { ...(await passkeyOptions('proof', viewer.id, requireParty(request.headers), now)) } } }
  },
})
