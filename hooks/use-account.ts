import { useMutation, useQuery } from '@tanstack/react-query'
import type { ChangeMeInput, ProofInput } from '#lib/api/accounts.ts'
import { api, ApiError } from './api.ts'
import { askPasskey } from './use-passkeys.ts'
import { queryKeys } from './query-keys.ts'
import { forgetLocalViewer, keepAsksOnReturn, keepLocalViewer } from './local-viewer.ts'

/** What somebody types to sign in. */
export interface Credentials {
  email: string
  password: string
  /** Of an authenticator app, or a recovery code. */
  code?: string
  /** What a passkey signed, in place of a code. */
  passkey?: string
}

/** What a wrong address or password is answered with, the same for both. */
export const wrongCredentials =
  'This e-mail address and password do not belong together. Check both, or sign up if you have no account here yet.'

/** Signs this browser in through next-auth and keeps for the static pages that it is. */
async function signIn(credentials: Credentials | { passkey: string }): Promise<void> {
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  }).catch(() => {
    throw new Error('The server cannot be reached. Look at your network, and try again: what you typed is still here.')
  })
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as ConstructorParameters<typeof ApiError>[1]
    const isWrong = response.status === 401 && !problem.secondFactor
    if (isWrong && !('password' in credentials))
      throw new ApiError(401, { title: 'Not signed in', detail: 'This passkey is not known here, or was removed.' })
    throw new ApiError(response.status, isWrong ? { title: 'Not signed in', detail: wrongCredentials } : problem)
  }
  const me = await api('GET me')
  keepLocalViewer(me.id)
  keepAsksOnReturn(me.askOnReturn)
}

/** Signs in. Not tried again by itself: the person is there to do it. */
export function useSignIn() {
  return useMutation({ mutationFn: signIn, retry: false, meta: { isSaidByForm: true } })
}

/** Signs in with a passkey, whosoever it is. */
export function useSignInByPasskey() {
  return useMutation({
    retry: false,
    mutationFn: async () => signIn({ passkey: await askPasskey((await api('POST passkey-challenges')).options) }),
  })
}

/** Makes an account in this browser's time zone and signs in to it. */
export function useSignUp() {
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: async (given: Credentials & { name: string; invite?: string }) => {
      await api('POST users', {
        body: { ...given, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      }).catch((error: unknown) => {
        // A zone that this browser knows and the server does not; it can be chosen in the settings.
        if (error instanceof ApiError && error.field === 'timeZone') return api('POST users', { body: given })
        throw error
      })
      await signIn(given)
    },
  })
}

/** Changes one's account; gives it as it is then. */
export function useSetMe() {
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: (change: ChangeMeInput) => api('PATCH me', { body: change }),
    onSuccess: (me) => keepAsksOnReturn(me.askOnReturn),
  })
}

/** Signs out every browser but this one; gives how many. */
export function useSignOutElsewhere() {
  return useMutation({ mutationFn: () => api('DELETE me/sessions') })
}

/** Deletes one's account, and what this browser keeps of it. */
export function useRemoveMe() {
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: (email: string) => api('DELETE me', { body: { email } }),
    onSuccess: forgetLocalViewer,
  })
}

/** Proves who sits at this browser, for 15 minutes. */
export function useProve() {
  return useMutation({ retry: false, mutationFn: (body: ProofInput) => api('POST me/proof', { body }) })
}

/** What a proof asks the person for. */
export function useProofWays() {
  return useQuery({ queryKey: queryKeys.proofWays, queryFn: () => api('GET me/proof') })
}

/** Asks for a mail with a link to set a new password with. */
export function useAskForReset() {
  return useMutation({
    meta: { isSaidByForm: true },
    mutationFn: (email: string) => api('POST password-resets', { body: { email } }),
  })
}

/** Sets a new password by such a link. */
export function useResetPassword() {
  return useMutation({
    meta: { isSaidByForm: true },
    mutationFn: (body: { token: string; password: string }) => api('PUT password-resets', { body }),
    onSuccess: forgetLocalViewer,
  })
}
