'use client'

import { useState } from 'react'
import { DatesForm, firstDates } from '#components/sharing/dates-form.tsx'
import { Modal } from '#components/ui/modal.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import type { PlanSettings } from '#lib/planning/types.ts'
import { useDeclineInvitation, useJoin } from '#hooks/use-joining.ts'

interface AnswerProps {
  planId: string
  title: string
  /** A guest only looks, and needs no dates. */
  isGuest: boolean
  /** ISO day of the viewer. */
  today: string
  timeZone: string
}

/** Accepts an invitation with the viewer's dates and minutes, or declines it. */
export function Answer({ planId, title, isGuest, today, timeZone }: AnswerProps) {
  const [isJoining, setJoining] = useState(false)
  const join = useJoin({ planId })
  const decline = useDeclineInvitation()
  const send = (dates: PlanSettings) =>
    join.mutate(dates, {
      onSuccess: () => location.assign(`/plans/${planId}`),
      onError: (error) => {
        if (isGuest) showToast({ text: `You have not joined: ${error.message}`, tone: 'error' })
      },
    })
  return (
    <div className="notice flex flex-wrap items-center gap-3">
      <p className="mr-auto">
        {isGuest
          ? 'You look at the plan and its people, and change nothing.'
          : 'You do it with dates and marks of your own. The others see counts of it unless you choose otherwise.'}
      </p>
      <button
        type="button"
        className="button button-main"
        onClick={() => (isGuest ? send(firstDates(today, timeZone)) : setJoining(true))}
      >
        Join
      </button>
      <button
        type="button"
        className="button"
        disabled={decline.isPending || decline.isSuccess}
        onClick={() =>
          decline.mutate(planId, {
            onSuccess: () => location.assign('/plans'),
            onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
          })
        }
      >
        No, thanks
      </button>
      {isJoining && (
        <Modal label="Join the plan" onClose={() => setJoining(false)}>
          <h2 className="mb-4 text-lg">Join “{title}”</h2>
          <DatesForm
            today={today}
            timeZone={timeZone}
            submit="Join"
            error={join.error}
            isPending={join.isPending || join.isSuccess}
            onSubmit={send}
          />
        </Modal>
      )}
    </div>
  )
}
