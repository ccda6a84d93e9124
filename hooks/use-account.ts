import { useMutation } from '@tanstack/react-query'
import { api, ApiError } from './api.ts'
import { forgetLocalViewer, keepAsksOnReturn, keepLocalViewer } from './local-viewer.ts'

/** What a person is told of themselves. */
export interface Me {
  id: string
  name: string
  email: string
  role: 'admin' | 'user'
  timeZone: string
  rolloverHour: number
  speedPercent: number
  usesOwnSpeed: boolean
  askOnReturn: boolean
}

/** What somebody types to sign in. */
export interface Credentials {
  email: string
  password: string
}

/** What a wrong address or password is answered with, the same for both. */
export const wrongCredentials =
  'This e-mail address and password do not belong together. Check both, or sign up if you have no account here yet.'

/** Signs this browser in through next-auth and keeps for the static pages that it is. */
async function signIn(credentials: Credentials): Promise<void> {
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  if (response.status === 401) throw new ApiError(401, { title: 'Not signed in', detail: wrongCredentials })
  if (!response.ok)
    throw new ApiError(response.status, (await response.json().catch(() => ({}))) as { detail?: string })
  const me = await api<Me>('GET', 'me')
  keepLocalViewer(me.id)
  keepAsksOnReturn(me.askOnReturn)
}

/** Signs in. Not tried again by itself: the person is there to do it. */
export function useSignIn() {
  return useMutation({ mutationFn: signIn, retry: false })
}

/** Makes an account in this browser's time zone and signs in to it. */
export function useSignUp() {
  return useMutation({
    retry: false,
    mutationFn: async (given: Credentials & { name: string; invite?: string }) => {
      await api('POST', 'users', { ...given, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }).catch(
        (error: unknown) => {
          // A zone that this browser knows and the server does not; it can be chosen in the settings.
          if (error instanceof ApiError && error.field === 'timeZone') return api('POST', 'users', given)
          throw error
        },
      )
      await signIn(given)
    },
  })
}

/** What of oneself changes; e-mail and password want the current password. */
export type MeChange = Partial<Omit<Me, 'id' | 'role'>> & { password?: string; currentPassword?: string }

/** Changes one's account; gives it as it is then. */
export function useSetMe() {
  return useMutation({
    retry: false,
    mutationFn: (change: MeChange) => api<Me>('PATCH', 'me', change),
    onSuccess: (me) => keepAsksOnReturn(me.askOnReturn),
  })
}

/** Signs out every browser but this one; gives how many. */
export function useSignOutElsewhere() {
  return useMutation({ mutationFn: () => api<{ removed: number }>('DELETE', 'me/sessions') })
}

/** Deletes one's account, and what this browser keeps of it. */
export function useRemoveMe() {
  return useMutation({
    retry: false,
    mutationFn: (currentPassword: string) => api('DELETE', 'me', { currentPassword }),
    onSuccess: forgetLocalViewer,
  })
}
