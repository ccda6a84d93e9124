import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { purposeOf } from '#app/_server/purpose.ts'
import { getViewer } from '#app/_server/viewer.ts'
import { getUserCount } from '#db/queries/accounts/accounts.ts'
import { getIsOpenInvite } from '#db/queries/accounts/sign-up-links.ts'
import { getIsInvitation } from '#db/queries/sharing/links.ts'
import { ProviderButtons } from '#components/accounts/provider-buttons.tsx'
import { inviteIn, namedProviders } from '#lib/auth/providers.ts'
import { canSignUp } from '#lib/permissions.ts'
import { safePath } from '#lib/safe-path.ts'
import { settings } from '#lib/settings.ts'
import { SignUpForm } from './_components/sign-up-form.tsx'

export const metadata: Metadata = { title: 'Sign up' }

export default async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const { to, invite } = await searchParams
  const target = safePath(to)
  if (await getViewer()) redirect(target)
  // Somebody who was sent a link to a plan comes from its page.
  const token = typeof invite === 'string' ? invite : inviteIn(target)
  const isFirst = (await getUserCount()) === 0
  const mode = settings().SIGN_UP
  const isInvited =
    token !== undefined && ((await getIsInvitation(token, Date.now())) || (await getIsOpenInvite(token, Date.now())))
  return (
    <div className="mx-auto grid max-w-[26rem] gap-6">
      <h1>Sign up {await purposeOf(target, Date.now())}</h1>
      {isFirst && <p className="notice">This is the first account on this server: you become its admin.</p>}
      {canSignUp(mode, isFirst, isInvited) ? (
        <>
          <SignUpForm to={target} invite={token} />
          <ProviderButtons
            providers={namedProviders(settings())}
            to={token ? `/sign-up?invite=${token}&to=${encodeURIComponent(target)}` : target}
            act="Sign up with"
          />
        </>
      ) : (
        <p className="notice">
          {mode === 'invite'
            ? 'New accounts here need an invitation: open the link that you were sent and sign up from there.'
            : 'This server takes no new accounts.'}
        </p>
      )}
      <p className="hairline pt-4">
        You have an account? <a href={`/sign-in?to=${encodeURIComponent(target)}`}>Sign in</a>.
      </p>
    </div>
  )
}
