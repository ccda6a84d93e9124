'use client'

import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { repairWords } from '#components/planning/repair-words.ts'
import { useRepairByHand } from '#components/planning/use-repair-by-hand.ts'
import { paceInWords } from '#lib/planning/words.ts'

/** The ways to catch up with a plan, side by side, each with what it costs. */
export function Repairs({ planId, schedule }: { planId: string; schedule: ScheduleAnswer }) {
  const { repair, undo, isPending } = useRepairByHand(planId)
  const { repairs, pace, late, inForce } = schedule
  const last = inForce.findLast(({ byHand }) => !byHand)
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  if (repairs.length === 0) {
    if (!last) return null
    return (
      <p className="small quiet mb-4 no-print">
        {repairWords[last.kind].title} is in force.{' '}
        <button type="button" className="underline" onClick={undo} disabled={isPending}>
          Take it back
        </button>
      </p>
    )
  }
  const heading = isBehind ? paceInWords(pace) : late.length > 0 ? 'Not all musts fit' : 'There is room again'
  return (
    <details className="repairs-fold no-print" open={repairs.length === 1}>
      <summary>
        <h2>{heading}</h2>
        <span className="quiet">{repairs.length === 1 ? 'the way on' : `${repairs.length} ways on`}</span>
      </summary>
      {repairs.length > 1 && (
        <p className="quiet mb-4 max-w-[60ch]">
          {isBehind
            ? 'Each of these puts you back on the plan. Choose what it may cost.'
            : 'As it stands, not everything fits before your day. These would change that.'}
        </p>
      )}
      <ul className="repairs">
        {repairs.map((offer) => (
          <li key={offer.kind}>
            <h3>{repairWords[offer.kind].title}</h3>
            <p className="small quiet">{repairWords[offer.kind].keeps}</p>
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
              disabled={offer.effect === null || isPending}
              onClick={() => repair(offer.kind)}
            >
              {repairWords[offer.kind].title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
