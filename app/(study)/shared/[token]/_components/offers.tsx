'use client'

import { useState } from 'react'
import { DatesForm, firstDates } from '#components/sharing/dates-form.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import type { PlanSettings } from '#lib/planning/types.ts'
import { useFork, useJoin } from '#hooks/use-joining.ts'
import { newId } from '#lib/new-id.ts'
import type { PlanRole } from '#lib/permissions.ts'
import type { GivenRole } from '#lib/permissions.ts'
import { roleInWords } from '#lib/sharing/event-words.ts'

interface OffersProps {
  token: string
  title: string
  ownerName: string
  /** The role that joining gives. */
  role: GivenRole
  joined: { planId: string; role: PlanRole } | null
  isSignedIn: boolean
  /** What the person wanted before they signed in or up: it is asked for at once. */
  asks: 'join' | 'fork' | null
  /** ISO day of the viewer. */
  today: string
  timeZone: string
}

/** The two things that a person can do with a shared plan, side by side. */
export function Offers({ token, title, ownerName, role, joined, isSignedIn, asks, today, timeZone }: OffersProps) {
  const [asked, setAsked] = useState(isSignedIn && !(asks === 'join' && joined) ? asks : null)
  const [forkId] = useState(newId)
  const join = useJoin({ token })
  const fork = useFork({ token })
  const send = (dates: PlanSettings) =>
    join.mutate(dates, {
      onSuccess: ({ planId }) => location.assign(`/plans/${planId}`),
      onError: (error) => {
        if (role === 'guest') showToast({ text: `You have not joined: ${error.message}`, tone: 'error' })
      },
    })
  const form = { today, timeZone }
  const act = { token, isSignedIn }
  return (
    <div className="offers no-print">
      <section aria-labelledby="join">
        <h2 id="join">Join</h2>
        {joined ? (
          <>
            <p>You are on this plan as {roleInWords(joined.role)}.</p>
            <a className="button button-main mt-1" href={`/plans/${joined.planId}`}>
              Open it
            </a>
          </>
        ) : (
          <>
            <p>
              {role === 'guest'
                ? 'Follow the same plan: you see it and its people, later edits too, and change nothing.'
                : 'Do the same plan, with dates and marks of your own. Later edits arrive, and your progress stays.'}
            </p>
            <Act
              {...act}
              asks="join"
              label={`Join as ${roleInWords(role)}`}
              main
              onAsk={() => (role === 'guest' ? send(firstDates(today, timeZone)) : setAsked('join'))}
            />
          </>
        )}
      </section>
      <section aria-labelledby="fork">
        <h2 id="fork">Make your own copy</h2>
        <p>
          A plan of your own that says where it came from. What {ownerName || 'its owner'} changes later is offered to
          you, to take or leave.
        </p>
        <Act {...act} asks="fork" label="Make a copy" onAsk={() => setAsked('fork')} />
      </section>
      {asked === 'join' && role === 'guest' && (
        <Modal label="Join the plan" onClose={() => setAsked(null)}>
          <h2 className="mb-4 text-lg">Join “{title}”</h2>
          <p className="mb-5">As a guest you see the plan and its people, and change nothing.</p>
          <button
            type="button"
            className="button button-main"
            disabled={join.isPending || join.isSuccess}
            onClick={() => send(firstDates(today, timeZone))}
          >
            Join as a guest
          </button>
        </Modal>
      )}
      {asked === 'join' && role !== 'guest' && (
        <Modal label="Join the plan" onClose={() => setAsked(null)}>
          <h2 className="mb-4 text-lg">Join “{title}”</h2>
          <DatesForm
            {...form}
            submit="Join"
            error={join.error}
            isPending={join.isPending || join.isSuccess}
            onSubmit={send}
          />
        </Modal>
      )}
      {asked === 'fork' && (
        <Modal label="Make your own copy" onClose={() => setAsked(null)}>
          <h2 className="mb-4 text-lg">A copy of your own</h2>
          <DatesForm
            {...form}
            title={title}
            submit="Make the copy"
            error={fork.error}
            isPending={fork.isPending || fork.isSuccess}
            onSubmit={(dates) =>
              fork.mutate({ ...dates, id: forkId }, { onSuccess: ({ planId }) => location.assign(`/plans/${planId}`) })
            }
          />
        </Modal>
      )}
    </div>
  )
}

interface ActProps {
  /** What the page asks for on the way back. */
  asks: 'join' | 'fork'
  label: string
  main?: boolean
  onAsk: () => void
  isSignedIn: boolean
  token: string
}

/** The button of an offer; for somebody who is not signed in the way there and back. */
function Act({ asks, label, main, onAsk, isSignedIn, token }: ActProps) {
  const className = `button mt-1 ${main ? 'button-main' : ''}`
  if (isSignedIn)
    return (
      <button type="button" className={className} onClick={onAsk}>
        {label}
      </button>
    )
  const to = encodeURIComponent(`/shared/${token}?ask=${asks}`)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <a className={className} href={`/sign-in?to=${to}`}>
        {label}
      </a>
      <span className="small quiet">
        You sign in first, or <a href={`/sign-up?to=${to}`}>make an account</a>.
      </span>
    </p>
  )
}
