'use client'

import { type FormEvent, useSyncExternalStore } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useAskForReset, useResetPassword } from '#hooks/use-account.ts'

function onHash(tell: () => void) {
  addEventListener('hashchange', tell)
  return () => removeEventListener('hashchange', tell)
}

/** Asks for a link; opened by one, which carries its token behind `#`, where no server and no log sees it, sets the password. */
export function ResetForm({ sendsMail }: { sendsMail: boolean }) {
  const token = useSyncExternalStore(
    onHash,
    () => location.hash.slice(1),
    () => null,
  )
  if (token === null) return <p className="quiet">One moment.</p>
  if (token !== '') return <SetPassword token={token} />
  if (sendsMail) return <AskForLink />
  return (
    <p className="notice">
      This server sends no mail. Ask whoever runs it for a link: an admin makes one under People, or at the machine
      itself with “npm run people -- reset” and your e-mail address.
    </p>
  )
}

function AskForLink() {
  const ask = useAskForReset()
  if (ask.isSuccess)
    return (
      <p className="notice" role="status">
        If there is an account with this address, a link is on its way to it. It opens for 30 minutes.
      </p>
    )
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    ask.mutate(String(new FormData(event.currentTarget).get('email')))
  }
  return (
    <form method="post" onSubmit={send} className="grid gap-4">
      <FormError>{ask.error?.message}</FormError>
      <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} />
      <button className="button button-main" disabled={ask.isPending}>
        Send a link
      </button>
    </form>
  )
}

function SetPassword({ token }: { token: string }) {
  const reset = useResetPassword()
  const form = useFocusOnError(reset.error)
  const fields = reset.error instanceof ApiError ? reset.error.fields : {}
  if (reset.isSuccess)
    return (
      <p className="notice" role="status">
        Your new password is set, and you are signed out everywhere. <a href="/sign-in">Sign in with it</a>.
      </p>
    )
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    reset.mutate({ token, password: String(new FormData(event.currentTarget).get('password')) })
  }
  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4">
      <FormError>{Object.keys(fields).length === 0 && reset.error?.message}</FormError>
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        required
        maxLength={200}
        hint="At least 15 characters. A few unrelated words do well."
        error={fields.password}
      />
      <button className="button button-main" disabled={reset.isPending}>
        Set the password
      </button>
    </form>
  )
}
