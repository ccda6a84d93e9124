import { handle } from '#app/_server/handle.ts'
import { requireParty } from '#app/_server/party.ts'
import { passkeyOptions } from '#app/_server/passkeys.ts'
import { senderOf } from '#app/_server/sender.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'

export const POST = handle('POST passkey-challenges', {
  viewer: 'none',
  async run({ now, request }) {
    await requireTry(`passkey:${senderOf(request).address}`, { tries: 100, seconds: 15 * 60 }, now)
    return { body: { options: { ...(await passkeyOptions('sign-in', null, requireParty(request.headers), now)) } } }
  },
})
