import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passkeyProblem } from '#app/_server/party.ts'
import { purposeOf } from '#app/_server/purpose.ts'
import { getViewer } from '#app/_server/viewer.ts'
import { typedEmailCookie } from '#app/_server/form-errors.ts'
import { ProviderButtons } from '#components/accounts/provider-buttons.tsx'
import { namedProviders } from '#lib/auth/providers.ts'
import { safePath } from '#lib/safe-path.ts'
import { settings } from '#lib/settings.ts'
import { SignInForm } from './_components/sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { to, callbackUrl, error } = await searchParams
  const target = safePath(to ?? callbackUrl)
  if (await getViewer()) redirect(target)
  const typed = (await cookies()).get(typedEmailCookie)?.value
  return (
    <div className="mx-auto grid max-w-[26rem] gap-6">
      <h1>Sign in {await purposeOf(target, Date.now())}</h1>
      <SignInForm
        to={target}
        hasPasskeys={passkeyProblem(new Headers(await headers())) === null}
        code={typeof error === 'string' ? error : undefined}
        typedEmail={error ? typed : undefined}
      />
      <ProviderButtons providers={namedProviders(settings())} to={target} act="Sign in with" />
      <p>
        <a href="/reset">Forgotten your password?</a>
      </p>
      <p className="hairline pt-4">
        No account yet? <a href={`/sign-up?to=${encodeURIComponent(target)}`}>Sign up</a>. The catalogue is open to
        everybody; an account keeps your marks, notes and plans.
      </p>
    </div>
  )
}
