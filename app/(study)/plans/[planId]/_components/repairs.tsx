'use client'

import { showToast } from '#components/ui/toaster.tsx'
import { useRepair } from '#hooks/use-plans.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import type { RepairKind } from '#lib/planning/repairs.ts'
import { paceInWords } from '#lib/planning/words.ts'

const words: Record<RepairKind, { title: string; keeps: string; done: string }> = {
  shift: { title: 'Shift', keeps: 'Keep your minutes and every item.', done: 'The end has moved.' },
  squeeze: { title: 'Squeeze', keeps: 'Keep the end and every item.', done: 'Your minutes have grown.' },
  trim: { title: 'Trim', keeps: 'Keep the end and your minutes.', done: 'The plan is trimmed.' },
  resume: {
    title: 'Take it up from here',
    keeps: 'Keep the end and your minutes.',
    done: 'Your days are planned anew.',
  },
  restart: { title: 'Start over', keeps: 'Keep what is done, forget the dates.', done: 'Your days are planned anew.' },
}

/** The ways to catch up with a plan, side by side, each with what it costs. */
export function Repairs({ planId, schedule }: { planId: string; schedule: ScheduleAnswer }) {
  const repair = useRepair(planId)
  const { repairs, pace, late, inForce } = schedule
  const notSaved = (error: Error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' })
  const undo = () => repair.mutate('undo', { onError: notSaved })
  const last = inForce.findLast(({ byHand }) => !byHand)
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  if (repairs.length === 0) {
    if (!last) return null
    return (
      <p className="small quiet mb-6">
        {words[last.kind].title} is in force.{' '}
        <button type="button" className="underline" onClick={undo} disabled={repair.isPending}>
          Take it back
        </button>
      </p>
    )
  }
  return (
    <section aria-labelledby="repairs" className="mb-8">
      <h2 id="repairs" className="mb-1">
        {isBehind ? paceInWords(pace) : late.length > 0 ? 'Not all musts fit' : 'There is room again'}
      </h2>
      {repairs.length > 1 && (
        <p className="quiet mb-4 max-w-[60ch]">
          {isBehind
            ? 'It happens. Each of these puts you back on the plan; choose what it may cost.'
            : 'As it stands, not everything fits before your day. These would change that.'}
        </p>
      )}
      <ul className="repairs">
        {repairs.map((offer) => (
          <li key={offer.kind}>
            <h3>{words[offer.kind].title}</h3>
            <p className="small quiet">{words[offer.kind].keeps}</p>
            <p className="figures">{offer.says}</p>
            {offer.others.map((cost) => (
              <p key={cost.planId} className="small figures">
                Your other plan: {cost.says}.
              </p>
            ))}
            {offer.dropped.length > 0 && (
              <details className="small">
                <summary>Which</summary>
                <ul>
                  {offer.dropped.map((item) => (
                    <li key={item.id}>
                      {item.title} <span className="quiet">{item.tier}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <button
              type="button"
              className="button"
              disabled={offer.effect === null || repair.isPending}
              onClick={() =>
                repair.mutate(offer.kind, {
                  onError: notSaved,
                  onSuccess: () =>
                    showToast({ text: words[offer.kind].done, actions: [{ label: 'Undo', run: undo }], lasts: 15_000 }),
                })
              }
            >
              {words[offer.kind].title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
