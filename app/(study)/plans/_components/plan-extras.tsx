'use client'

import { showToast } from '#components/ui/toaster.tsx'
import { useRestorePlan } from '#hooks/use-joining.ts'
import type { InvitationItem } from '#lib/api/sharing-answers.ts'
import type { RemovedPlan } from '#lib/api/plan-answers.ts'
import { roleInWords } from '#lib/sharing/event-words.ts'
import { dayOfMoment } from '#lib/sharing/moments.ts'

/** Plans that somebody invites the viewer to. */
export function Invitations({ items }: { items: InvitationItem[] }) {
  if (items.length === 0) return null
  return (
    <section aria-labelledby="invitations" className="mb-10">
      <h2 id="invitations" className="mb-2">
        Invitations
      </h2>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.planId}>
            <span>
              <span className="font-serif text-lg">{item.title}</span>
              <span className="small quiet block">
                {item.invitedBy ?? 'Somebody'} invites you as {roleInWords(item.role)}
              </span>
            </span>
            <a className="button button-small" href={`/plans/${item.planId}/join`}>
              Look at it
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Plans that the viewer deleted and can still restore. */
export function RemovedPlans({ items, timeZone, now }: { items: RemovedPlan[]; timeZone: string; now: number }) {
  const restore = useRestorePlan()
  if (items.length === 0) return null
  return (
    <section aria-labelledby="removed" className="mt-12">
      <h2 id="removed" className="mb-2 text-lg">
        Deleted
      </h2>
      <ul className="lines">
        {items.map((plan) => (
          <li key={plan.id}>
            <span>
              {plan.title}
              <span className="small quiet figures block">
                gone for good on {dayOfMoment(plan.goneAt, now, timeZone)}
              </span>
            </span>
            <button
              type="button"
              className="button button-small"
              disabled={restore.isPending || restore.isSuccess}
              onClick={() =>
                restore.mutate(plan.id, {
                  onSuccess: () => location.assign(`/plans/${plan.id}`),
                  onError: (error) => showToast({ text: `Not restored: ${error.message}`, tone: 'error' }),
                })
              }
            >
              Bring back<span className="sr-only"> {plan.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
