import { handle } from '#app/_server/handle.ts'
import { setRecoveryCodes } from '#db/mutations/accounts/factors.ts'

export const POST = handle('POST me/recovery-codes', {
  viewer: 'required',
  proof: 'recent',
  run: async ({ viewer, now }) => ({ body: { recoveryCodes: await setRecoveryCodes(viewer, now) } }),
})
