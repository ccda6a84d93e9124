import { useMutation } from '@tanstack/react-query'
import type { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { api } from './api.ts'

// The library is fetched when somebody uses a passkey, and by nobody else.
const library = () => import('@simplewebauthn/browser')

type Options = Record<string, unknown>

/** Has the browser sign with a passkey. @returns what it answered, as JSON. @throws Error in a person's words. */
export async function askPasskey(options: Options): Promise<string> {
  const { startAuthentication: start } = await library()
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON']
  return JSON.stringify(await start({ optionsJSON }).catch(inWords))
}

/** Has the browser make a passkey and adds it to the account; gives recovery codes where it is the first second factor. */
export function useAddPasskey() {
  return useMutation({
    retry: false,
    mutationFn: async (name: string) => {
      const { options } = await api('POST me/passkey-options')
      const { startRegistration: start } = await library()
      const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON']
      const response = JSON.stringify(await start({ optionsJSON }).catch(inWords))
      return api('POST me/passkeys', { body: { name, response } })
    },
  })
}

/** Removes a passkey. */
export function useRemovePasskey() {
  return useMutation({
    retry: false,
    mutationFn: (passkeyId: string) => api('DELETE me/passkeys/[passkeyId]', { params: { passkeyId } }),
  })
}

/** Proves by a passkey who sits at this browser. The password counts where the passkey does not tell who holds it. */
export function useProveByPasskey() {
  return useMutation({
    retry: false,
    mutationFn: async (password: string) => {
      const passkey = await askPasskey((await api('POST me/passkey-challenge')).options)
      return api('POST me/proof', { body: { passkey, password } })
    },
  })
}

function inWords(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') throw new Error('This device has a passkey for your account already.')
  if (name === 'NotAllowedError' || name === 'AbortError')
    throw new Error('No passkey was used: it was cancelled, took too long, or this device has none for this account.')
  throw new Error('This browser could not use a passkey here.')
}
