import { handle } from '#app/_server/handle.ts'
import { requireParty } from '#app/_server/party.ts'
import { checkNewPasskey } from '#app/_server/passkeys.ts'
import { createPasskey } from '#db/mutations/accounts/passkeys.ts'

export const POST = handle('POST me/passkeys', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer, body, now, request }) {
    const key = await checkNewPasskey(viewer, requireParty(request.headers), body.response, now)
    return { body: { recoveryCodes: await createPasskey(viewer, { ...key, name: body.name }, now) } }
  },
})
