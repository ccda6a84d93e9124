'use client'

import { type FormEvent, useState } from 'react'
import { CodeField } from '#components/accounts/code-field.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormError, useFocusOnError } from '#components/ui/form-error.tsx'
import { PasswordField } from '#components/ui/password-field.tsx'
import { ApiError } from '#hooks/api.ts'
import { type Credentials, useSignIn, useSignInByPasskey, wrongCredentials } from '#hooks/use-account.ts'
import { providerRefusals } from '#lib/auth/providers.ts'
import { askPasskey } from '#hooks/use-passkeys.ts'
import { SecondStepForm } from './second-step-form.tsx'

/** The state that a form sent without JavaScript comes back with. */
const words: Record<string, string> = {
  CredentialsSignin: wrongCredentials,
  SecondFactor: 'Type your password once more, and the code that your app shows now.',
  WrongCode: 'This code is wrong, or was used already. Type your password once more, and the code that shows now.',
  TooManyTries: 'Too many tries. Wait a quarter of an hour and try again.',
  ...providerRefusals,
  SessionRequired: 'Sign in to see this page.',
}

interface SignInFormProps {
  /** Where to go after signing in: a path of this server. */
  to: string
  /** The code of what went wrong before. */
  code?: string | undefined
  typedEmail?: string | undefined
  /** Whether there can be passkeys at this address. */
  hasPasskeys: boolean
}

/** Works as a plain form too: then next-auth answers with a redirect. */
export function SignInForm({ to, code, typedEmail, hasPasskeys }: SignInFormProps) {
  const signIn = useSignIn()
  const byPasskey = useSignInByPasskey()
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
  const [second, setSecond] = useState<NonNullable<ApiError['secondFactor']> | null>(null)
  const [trouble, setTrouble] = useState<Error | null>(null)
  if (asked && asked !== second) setSecond(asked)
  const options = second?.passkeyOptions
  if (second && given)
    return (
      <SecondStepForm
        error={trouble ?? signIn.error}
        busy={sentAway}
        onCode={(typed) => {
          setTrouble(null)
          send({ email: given.email, password: given.password, code: typed })
        }}
        onPasskey={
          options
            ? () =>
                void askPasskey(options).then(
                  (passkey) => send({ email: given.email, password: given.password, passkey }),
                  setTrouble,
                )
            : null
        }
        onBack={() => {
          setSecond(null)
          setTrouble(null)
          signIn.reset()
        }}
      />
    )
  const before = code && signIn.isIdle ? (words[code] ?? 'That did not work. Try again.') : null
  return (
    <form ref={form} method="post" action="/api/auth/callback/credentials" onSubmit={submit} className="grid gap-4">
      <FormError>{signIn.error?.message ?? byPasskey.error?.message ?? before}</FormError>
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
      {hasPasskeys && (
        <button
          type="button"
          className="button"
          disabled={sentAway || byPasskey.isPending || byPasskey.isSuccess}
          onClick={() => byPasskey.mutate(undefined, { onSuccess: () => location.assign(to) })}
        >
          Sign in with a passkey
        </button>
      )}
    </form>
  )
}
