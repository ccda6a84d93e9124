import encodeQR from 'qr'
import { handle } from '#app/_server/handle.ts'
import { openTotp, sealTotp } from '#app/_server/sealed-totp.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { confirmTotp, createTotp, removeTotp } from '#db/mutations/accounts/totps.ts'
import { getSealedTotp } from '#db/queries/accounts/factors.ts'
import { newTotpSecret, totpStep, totpUri } from '#lib/auth/totp.ts'
import { invalid } from '#lib/problems.ts'

export const POST = handle('POST me/app', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer }) {
    const secret = newTotpSecret()
    await createTotp(viewer, await sealTotp(secret))
    const uri = totpUri(secret, viewer.email)
    return { body: { secret, uri, picture: encodeQR(uri, 'svg', { border: 2 }) } }
  },
})

export const PUT = handle('PUT me/app', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer, body, now }) {
    await requireTry(`new-app:${viewer.id}`, { tries: 20, seconds: 15 * 60 }, now)
    const sealed = await getSealedTotp(viewer.id, 'new')
    const secret = sealed === null ? null : await openTotp(sealed)
    const step = secret === null ? 0 : totpStep(secret, body.code.replaceAll(/\s/g, ''), now)
    if (step === null)
      throw invalid(
        'code',
        'The app shows another code now. Type that one; if it never fits, look at the phone’s clock.',
      )
    return { body: { recoveryCodes: await confirmTotp(viewer, step, now) } }
  },
})

export const DELETE = handle('DELETE me/app', {
  viewer: 'required',
  proof: 'recent',
  run: async ({ viewer, now }) => removeTotp(viewer, now),
})
