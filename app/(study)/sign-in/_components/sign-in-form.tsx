'use client'

import type { FormEvent } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { useSignIn, wrongCredentials } from '#hooks/use-account.ts'

/** The state that a form sent without JavaScript comes back with. */
const words: Record<string, string> = {
  CredentialsSignin: wrongCredentials,
  TooManyTries: 'Too many tries. Wait a quarter of an hour and try again.',
  SessionRequired: 'Sign in to see this page.',
}

interface SignInFormProps {
  /** Where to go after signing in: a path of this server. */
  to: string
  /** The code of what went wrong before. */
  code?: string | undefined
  typedEmail?: string | undefined
}

/** Works as a plain form too: then next-auth answers with a redirect. */
export function SignInForm({ to, code, typedEmail }: SignInFormProps) {
  const signIn = useSignIn()
  const sentAway = signIn.isPending || signIn.isSuccess
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    signIn.mutate(
      { email: String(data.get('email')), password: String(data.get('password')) },
      { onSuccess: () => location.assign(to) },
    )
  }
  const before = code && signIn.isIdle ? (words[code] ?? 'That did not work. Try again.') : null
  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={send} className="grid gap-4">
      <FormError>{signIn.error?.message ?? before}</FormError>
      <input type="hidden" name="callbackUrl" value={to} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={typedEmail}
        required
        maxLength={254}
      />
      <PasswordField label="Password" name="password" autoComplete="current-password" required maxLength={200} />
      <button className="button button-main" disabled={sentAway}>
        {sentAway ? 'Signing in' : 'Sign in'}
      </button>
    </form>
  )
}
