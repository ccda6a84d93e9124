'use client'

import type { FormEvent } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { useSignUp } from '#hooks/use-account.ts'
import { useHydrated } from '#hooks/use-hydrated.ts'

/** Makes an account and goes to `to`. The API takes JSON alone, so the button waits for the page's scripts. */
export function SignUpForm({ to, invite }: { to: string; invite?: string | undefined }) {
  const signUp = useSignUp()
  const ready = useHydrated()
  const form = useFocusOnError(signUp.error)
  const fields = signUp.error instanceof ApiError ? signUp.error.fields : {}
  const sentAway = signUp.isPending || signUp.isSuccess
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name))
    const given = { name: text('name'), email: text('email'), password: text('password') }
    signUp.mutate(invite ? { ...given, invite } : given, { onSuccess: () => location.assign(to) })
  }
  return (
    <form ref={form} method="post" onSubmit={send} noValidate className="grid gap-4">
      <noscript>
        <p className="notice">Signing up needs JavaScript. The catalogue works without it.</p>
      </noscript>
      <FormError>{Object.keys(fields).length === 0 && signUp.error?.message}</FormError>
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        hint="Seen by those on a plan with you."
        error={fields.name}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        hint="You sign in with it. Nothing is sent to it."
        error={fields.email}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        required
        maxLength={200}
        hint="At least 15 characters. A few unrelated words do well."
        error={fields.password}
      />
      <button className="button button-main" disabled={!ready || sentAway}>
        {sentAway ? 'Signing up' : 'Sign up'}
      </button>
    </form>
  )
}
