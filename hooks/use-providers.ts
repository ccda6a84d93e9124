import { useMutation } from '@tanstack/react-query'
import { api, ApiError } from './api.ts'
import { askForProof } from './proof.ts'

/** Goes to a provider to sign in there, or to connect it with the account that is signed in; it leads back to `to`. */
export function useProvider() {
  return useMutation({
    retry: false,
    mutationFn: async ({ id, to }: { id: string; to: string }) => {
      // Of use where it ends in a new account.
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
      // oxlint-disable-next-line unicorn/no-document-cookie -- Safari has no cookieStore yet
      document.cookie = `loadpath.zone=${encodeURIComponent(zone)}; path=/api/auth; max-age=900; samesite=lax`
      const ask = () =>
        fetch(`/api/auth/signin/${id}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ callbackUrl: to }),
        })
      let response = await ask()
      if (response.status === 403 && (await askForProof())) response = await ask()
      const answer = (await response.json().catch(() => ({}))) as { url?: string; detail?: string }
      if (!response.ok || !answer.url) throw new ApiError(response.status, answer)
      location.assign(answer.url)
    },
  })
}

/** Disconnects a provider. */
export function useUnlink() {
  return useMutation({
    retry: false,
    mutationFn: (provider: 'github' | 'oidc') => api('DELETE me/accounts/[provider]', { params: { provider } }),
  })
}
