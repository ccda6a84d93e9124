import { useMutation } from '@tanstack/react-query'
import { api } from './api.ts'

/** Begins to set up an authenticator app. */
export function useNewApp() {
  return useMutation({ retry: false, mutationFn: () => api('POST me/app') })
}

/** Ends it by the first code; gives recovery codes where this is the first second factor. */
export function useConfirmApp() {
  return useMutation({ retry: false, mutationFn: (code: string) => api('PUT me/app', { body: { code } }) })
}

/** Stops asking for the app. */
export function useRemoveApp() {
  return useMutation({ retry: false, mutationFn: () => api('DELETE me/app') })
}

/** Makes new recovery codes. */
export function useNewRecoveryCodes() {
  return useMutation({ retry: false, mutationFn: () => api('POST me/recovery-codes') })
}
