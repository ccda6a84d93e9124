'use client'

import { useState } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { useForkOffer, useSettleForkChanges } from '#hooks/use-fork-offer.ts'
import { counted } from '#lib/format.ts'
import type { ForkOffer } from '#lib/api/sharing-answers.ts'
import { ChangeRow } from './change-row.tsx'

type Choice = 'take' | 'leave'

/** The edits of the original, each to accept or reject; undecided ones stay listed. */
export function Changes({ planId, initial }: { planId: string; initial: ForkOffer }) {
  const { data: offer } = useForkOffer(planId, initial)
  const settle = useSettleForkChanges(planId)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const pick = (choice: Choice) =>
    offer.changes.filter((change) => choices[change.key] === choice).map(({ key }) => key)
  const take = pick('take')
  const leave = pick('leave')
  if (offer.changes.length === 0)
    return (
      <p className="empty">
        {offer.open
          ? 'Nothing new. When the original is changed, each change stands here for you to take or leave.'
          : 'The original is no longer open to you, so nothing more will come. Your copy is complete and stays yours.'}
      </p>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        settle.mutate(
          { take, leave },
          {
            onSuccess: ({ taken }) => {
              setChoices({})
              showToast({ text: `${counted(taken, 'change')} taken over, ${leave.length} left.` })
            },
            onError: (error) => showToast({ text: `Not done: ${error.message}`, tone: 'error' }),
          },
        )
      }}
    >
      <div className="flex flex-wrap gap-2 pb-4">
        <button type="button" className="button button-small" onClick={() => setAll('take')}>
          Take all
        </button>
        <button type="button" className="button button-small" onClick={() => setAll('leave')}>
          Leave all
        </button>
      </div>
      <ol className="hairline">
        {offer.changes.map((change) => (
          <ChangeRow
            key={change.key}
            change={change}
            choice={choices[change.key] ?? null}
            onChoose={(choice) => setChoices({ ...choices, [change.key]: choice })}
          />
        ))}
      </ol>
      <p className="mt-6 flex flex-wrap items-center gap-4">
        <button
          type="submit"
          className="button button-main"
          disabled={settle.isPending || take.length + leave.length === 0}
        >
          {settle.isPending ? 'Working…' : `Take ${take.length} over, leave ${leave.length}`}
        </button>
        <span className="small quiet">What you ticked and changed yourself stays.</span>
      </p>
    </form>
  )

  function setAll(choice: Choice) {
    setChoices(Object.fromEntries(offer.changes.map((change) => [change.key, choice])))
  }
}
