'use client'

import { type FormEvent, useEffect } from 'react'
import { CodeField } from '#components/accounts/code-field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { ApiError } from '#hooks/api.ts'

interface SecondStepFormProps {
  error: Error | null
  busy: boolean
  onCode: (code: string) => void
  /** Has the browser sign; null where no passkey is asked for. */
  onPasskey: (() => void) | null
  onBack: () => void
}

/** The second step of signing in, after the right password. */
export function SecondStepForm({ error, busy, onCode, onPasskey, onBack }: SecondStepFormProps) {
  const form = useFocusOnError(error)
  const fields = error instanceof ApiError ? error.fields : {}
  const isFirst = error instanceof ApiError && error.secondFactor && Object.keys(fields).length === 0
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onCode(String(new FormData(event.currentTarget).get('code')))
  }
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="grid gap-4">
      <p>Your password is right. One more step.</p>
      <FormError>{!isFirst && Object.keys(fields).length === 0 && error?.message}</FormError>
      <CodeField
        label="Code"
        hint="Six digits from your authenticator app, or one of your recovery codes."
        error={fields.code}
      />
      <button className="button button-main" disabled={busy}>
        {busy ? 'Signing in' : 'Sign in'}
      </button>
      {onPasskey && (
        <button type="button" className="button" disabled={busy} onClick={onPasskey}>
          Use a passkey
        </button>
      )}
      <button type="button" className="button" onClick={onBack}>
        Back
      </button>
      <p className="small quiet">
        Lost the phone and the codes? Whoever runs this server can turn your second step off: an admin under People, or
        at the machine itself.
      </p>
    </form>
  )
}
