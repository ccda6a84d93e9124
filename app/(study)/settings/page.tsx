import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { countTimedReadings } from '#db/queries/study/timed-readings.ts'
import { passkeyProblem } from '#app/_server/party.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { SecurityRows } from '#components/accounts/security-rows.tsx'
import { listOwnSecurity } from '#db/queries/accounts/security-events.ts'
import { SignOut } from '#components/layout/sign-out.tsx'
import { getFactors } from '#db/queries/accounts/factors.ts'
import { listSessions } from '#db/queries/accounts/sessions.ts'
import { listOwnFeeds } from '#db/queries/study/own-feeds.ts'
import { listTokens } from '#db/queries/accounts/tokens.ts'
import { listInboxOff } from '#db/queries/inbox/inbox.ts'
import { getRoom } from '#db/queries/accounts/person-bytes.ts'
import { browserName } from '#lib/user-agent.ts'
import { listIssuers } from '#db/queries/accounts/accounts.ts'
import { type ProviderRefusal, providerRefusals, providersOf } from '#lib/auth/providers.ts'
import { settings } from '#lib/settings.ts'
import { getBusyCalendar } from '#db/queries/busy/free-days.ts'
import {
  BusyCalendarForm,
  Connections,
  InboxSwitches,
  OwnFeeds,
  SecondStep,
  Tokens,
} from './_components/fetched-later.tsx'
import { EmailForm } from './_components/email-form.tsx'
import { PasswordForm } from './_components/password-form.tsx'
import { RemoveAccount } from './_components/remove-account.tsx'
import { RoomTaken } from './_components/room-taken.tsx'
import { SessionList } from './_components/session-list.tsx'
import { StudyForm } from './_components/study-form.tsx'
import { TakeAway } from './_components/take-away.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  const viewer = await requireViewer('/settings')
  const given = new Headers(await headers())
  const providers = providersOf(settings())
  const issuers = providers.length > 0 ? await listIssuers(viewer) : []
  const timed = await countTimedReadings(viewer)
  const { name, email, role, timeZone, rolloverHour, speedPercent, usesOwnSpeed, askOnReturn } = viewer
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const sessions = (await listSessions(viewer, Date.now())).map((session) => ({
    id: session.id,
    browser: browserName(session.userAgent),
    lastSeen: when.format(session.lastSeenAt),
    current: session.current,
  }))
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4 pb-8">
        <div>
          <h1>Settings</h1>
          <p className="quiet">
            Signed in as {email}
            {role === 'admin' && ', the admin of this server'}
          </p>
          {role === 'admin' && (
            <p className="mt-1 flex flex-wrap gap-x-5">
              <a href="/admin/import" className="py-1">
                Import a list
              </a>
              <a href="/admin/links" className="py-1">
                Links
              </a>
              <a href="/admin/people" className="py-1">
                People
              </a>
              <a href="/admin/jobs" className="py-1">
                Jobs and health
              </a>
            </p>
          )}
        </div>
        <SignOut />
      </header>
      <Part title="You and your days" words="How plans and figures are worked out for you.">
        <StudyForm me={{ name, timeZone, rolloverHour, speedPercent, usesOwnSpeed, askOnReturn }} timed={timed} />
      </Part>
      <Part title="Your other appointments" words="A calendar whose events make your study days shorter.">
        <BusyCalendarForm calendar={await getBusyCalendar(viewer)} />
      </Part>
      <Part title="Inbox" words="What you are told of. What is switched off is not counted either.">
        <div id="inbox" className="min-h-64">
          <InboxSwitches off={await listInboxOff(viewer)} />
        </div>
      </Part>
      <Part title="E-mail" words="What you sign in with.">
        <EmailForm email={email} />
      </Part>
      <Part title="Password" words="A new one signs out your other browsers and revokes your tokens.">
        <PasswordForm email={email} />
      </Part>
      <Part title="Second step" words="What signing in asks for besides the password.">
        <SecondStep
          factors={{ ...(await getFactors(viewer)), passkeyProblem: passkeyProblem(given) }}
          browser={browserName(given.get('user-agent') ?? '')}
          timeZone={timeZone}
        />
      </Part>
      {providers.length > 0 && (
        <Part
          title="Other servers"
          words="Sign in by an account that you have elsewhere. Its own second step counts then."
        >
          <Connections
            items={providers.map(({ id, name, issuer }) => ({ id, name, isConnected: issuers.includes(issuer) }))}
            refusal={providerRefusals[String((await searchParams).refused) as ProviderRefusal] ?? null}
          />
        </Part>
      )}
      <Part
        title="Where you are signed in"
        words="A browser that is not used for 14 days is signed out by itself, and every one after 90."
      >
        <SessionList sessions={sessions} />
      </Part>
      <Part title="What happened to your account" words="The last ten entries of your security log.">
        <SecurityRows timeZone={timeZone} events={await listOwnSecurity(viewer, 10)} />
      </Part>
      <Part
        title="Other programs"
        id="tokens"
        words={
          <>
            A token lets a program of yours read your study, or write to it. It reaches neither your account nor
            anything that only admins see. <a href="/api">How to use it</a>
          </>
        }
      >
        <Tokens items={await listTokens(viewer, Date.now())} timeZone={timeZone} />
      </Part>
      <Part
        title="Show what you have read"
        words="At secret addresses, to whoever has them. You can revoke each at once."
      >
        <OwnFeeds made={(await listOwnFeeds(viewer)).map(({ kind }) => kind)} />
      </Part>
      <Part title="Room" words="What your notes, plans and comments take.">
        <RoomTaken room={await getRoom(viewer)} />
      </Part>
      <Part title="Export and import" words="Everything of yours as files, and the ways back in.">
        <TakeAway />
      </Part>
      <Part title="Delete the account" words="For good: hidden at once, erased within minutes.">
        <RemoveAccount isAdmin={role === 'admin'} />
      </Part>
    </>
  )
}

interface PartProps {
  id?: string
  title: string
  words: ReactNode
  children: ReactNode
}

function Part({ id, title, words, children }: PartProps) {
  return (
    <section
      id={id}
      aria-label={title}
      className="hairline grid gap-x-12 gap-y-4 py-8 md:grid-cols-[16rem_minmax(0,26rem)]"
    >
      <div>
        <h2 className="text-lg">{title}</h2>
        <p className="small quiet">{words}</p>
      </div>
      {children}
    </section>
  )
}
