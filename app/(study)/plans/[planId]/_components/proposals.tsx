'use client'

import { useState } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { useDecideProposal } from '#hooks/use-proposals.ts'
import type { Proposal } from '#lib/api/proposals.ts'
import { counted } from '#lib/format.ts'

/** What a program of somebody's on the plan would change: nothing happens before a person says so. */
export function Proposals({ planId, items: given }: { planId: string; items: Proposal[] }) {
  const [items, setItems] = useState(given)
  const decide = useDecideProposal(planId)
  const set = (proposalId: string, state: 'accepted' | 'declined') =>
    decide.mutate(
      { proposalId, state },
      {
        onSuccess({ done, left }) {
          setItems((before) => before.filter(({ id }) => id !== proposalId))
          const made = `${counted(done, 'change')} made.`
          showToast({ text: state === 'declined' ? 'Declined: nothing was changed.' : [made, ...left].join(' ') })
        },
      },
    )
  if (items.length === 0) return null
  return (
    <section aria-label="Proposals" className="no-print mb-6 grid gap-4">
      {items.map(({ id, by, says, lines }) => (
        <div key={id} className="notice">
          <h2 className="text-lg">A program of {by} proposes</h2>
          <p className="max-w-[65ch] wrap-anywhere">{says}</p>
          <ul className="my-2 list-disc pl-5">
            {lines.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines never move
              <li key={at} className="wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <button
              type="button"
              className="button button-main"
              disabled={decide.isPending}
              onClick={() => set(id, 'accepted')}
            >
              Accept
            </button>
            <button type="button" className="button" disabled={decide.isPending} onClick={() => set(id, 'declined')}>
              Decline
            </button>
          </div>
        </div>
      ))}
    </section>
  )
}
