'use client'

import { type FormEvent, useEffect } from 'react'
import { ProviderButtons } from './provider-buttons.tsx'
import { CodeField } from './code-field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useProofWays, useProve } from '#hooks/use-account.ts'
import { useProveByPasskey } from '#hooks/use-passkeys.ts'

/** Asks for the password once more, and for the second step where there is one. `onEnd`: whether the person proved who they are. */
export default function ProofDialog({ onEnd }: { onEnd: (isProven: boolean) => void }) {
  const prove = useProve()
  const byPasskey = useProveByPasskey()
  const ways = useProofWays()
  const error = prove.error ?? byPasskey.error
  const form = useFocusOnError(error)
  const fields = error instanceof ApiError ? error.fields : {}
  const isReady = ways.isSuccess
  useEffect(() => {
    if (isReady) form.current?.querySelector('input')?.focus()
  }, [form, isReady])
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    byPasskey.reset()
    prove.mutate(Object.fromEntries(new FormData(event.currentTarget)), { onSuccess: () => onEnd(true) })
  }
  function provePasskey() {
    prove.reset()
    const password = form.current && new FormData(form.current).get('password')
    byPasskey.mutate(password ? String(password) : '', { onSuccess: () => onEnd(true) })
  }
  return (
    <Modal label="Is it you?" onClose={() => onEnd(false)}>
      <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4">
        <h2 className="text-lg">Is it you?</h2>
        <p className="quiet">
          Before this is done you show once more that it is you. Then you are not asked again for 15 minutes.
        </p>
        <FormError>{(Object.keys(fields).length === 0 || fields.passkey) && (error ?? ways.error)?.message}</FormError>
        {ways.data?.password && (
          <PasswordField
            label="Your password"
            name="password"
            autoComplete="current-password"
            required
            maxLength={200}
            error={fields.password}
          />
        )}
        {ways.data?.code && (
          <CodeField label="Code" hint="Of your app, or one of your recovery codes." error={fields.code} />
        )}
        <ProviderButtons
          providers={ways.data?.providers ?? []}
          to={location.pathname}
          act="Do this once more after signing in again by"
        />
        {ways.data?.passkey && (
          <button type="button" className="button" disabled={byPasskey.isPending} onClick={provePasskey}>
            Use a passkey instead
          </button>
        )}
        <div className="flex flex-wrap gap-3">
          {(ways.data?.password || ways.data?.code) && (
            <button className="button button-main" disabled={prove.isPending}>
              Continue
            </button>
          )}
          <button type="button" className="button" onClick={() => onEnd(false)}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  )
}
