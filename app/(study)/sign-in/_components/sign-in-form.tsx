'use client'

import { type FormEvent, useState } from 'react'
import { CodeField } from '#components/accounts/code-field.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { type Credentials, useSignIn, wrongCredentials } from '#hooks/use-account.ts'
import { SecondStepForm } from './second-step-form.tsx'

/** The state that a form sent without JavaScript comes back with. */
const words: Record<string, string> = {
  CredentialsSignin: wrongCredentials,
  SecondFactor: 'Type your password once more, and the code that your app shows now.',
  WrongCode: 'This code is wrong, or was used already. Type your password once more, and the code that shows now.',
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
  const form = useFocusOnError(signIn.error)
  // Kept while the second step is taken: the server asks for both at once.
  const [given, setGiven] = useState<Credentials | null>(null)
  const asked = signIn.error instanceof ApiError ? signIn.error.secondFactor : undefined
  const fields = signIn.error instanceof ApiError ? signIn.error.fields : {}
  const sentAway = signIn.isPending || signIn.isSuccess
  const send = (credentials: Credentials) => {
    setGiven(credentials)
    signIn.mutate(credentials, { onSuccess: () => location.assign(to) })
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = data.get('code')
    send({
      email: String(data.get('email')),
      password: String(data.get('password')),
      ...(typed && { code: String(typed) }),
    })
  }
  const [isSecond, setIsSecond] = useState(false)
  if (asked && !isSecond) setIsSecond(true)
  if (isSecond && given)
    return (
      <SecondStepForm
        error={signIn.error}
        busy={sentAway}
        onCode={(typed) => send({ ...given, code: typed })}
        onBack={() => {
          setIsSecond(false)
          signIn.reset()
        }}
      />
    )
  const before = code && signIn.isIdle ? (words[code] ?? 'That did not work. Try again.') : null
  return (
    <form ref={form} method="post" action="/api/auth/callback/credentials" onSubmit={submit} className="grid gap-4">
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
      {(code === 'SecondFactor' || code === 'WrongCode') && (
        <CodeField label="Code" hint="Of your app, or one of your recovery codes." error={fields.code} />
      )}
      <button className="button button-main" disabled={sentAway}>
        {sentAway ? 'Signing in' : 'Sign in'}
      </button>
    </form>
  )
}
