import { handle } from '#app/_server/handle.ts'
import { requireParty } from '#app/_server/party.ts'
import { newPasskeyOptions } from '#app/_server/passkeys.ts'

export const POST = handle('POST me/passkey-options', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer, now, request }) {
    return { body: { options: { ...(await newPasskeyOptions(viewer, requireParty(request.headers), now)) } } }
  },
})
