import { handle } from '#app/_server/handle.ts'
import { unlinkAccount } from '#db/mutations/accounts/outside-accounts.ts'
import { providersOf } from '#lib/auth/providers.ts'
import { notFound } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'

export const DELETE = handle('DELETE me/accounts/[provider]', {
  viewer: 'required',
  proof: 'recent',
  async run({ viewer, params, now }) {
    const provider = providersOf(settings()).find(({ id }) => id === params.provider)
    if (!provider) throw notFound('connection')
    await unlinkAccount(viewer, provider.issuer, now)
  },
})
