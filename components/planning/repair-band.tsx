'use client'

import type { TodayPlan } from '#lib/api/plan-answers.ts'
import { paceInWords } from '#lib/planning/words.ts'
import { repairWords } from './repair-words.ts'
import { useRepairByHand } from './use-repair-by-hand.ts'

/** What is true of a plan that needs a repair, and one press for each way on. */
export function RepairBand({ plan }: { plan: TodayPlan }) {
  const { repair, isPending } = useRepairByHand(plan.id)
  const { pace, repairs, late } = plan
  const isBehind = pace.state === 'behind' || pace.state === 'off'
  return (
    <section className="repair-band" aria-label={`Ways back onto ${plan.title}`}>
      <p>
        <strong className="font-[560]">
          {isBehind ? paceInWords(pace) : late > 0 ? 'Not all musts fit' : 'Not everything fits'}
        </strong>{' '}
        <span className="quiet">on</span>{' '}
        <a href={`/plans/${plan.id}`} className="wrap-anywhere">
          {plan.title}
        </a>
      </p>
      <ul>
        {repairs.map(({ kind, says, others, effect }) => (
          <li key={kind}>
            <button
              type="button"
              className="button button-small"
              disabled={effect === null || isPending}
              onClick={() => repair(kind)}
            >
              {repairWords[kind].title}
            </button>
            <span className="figures">
              {says}
              {others.map((cost) => ` Your other plan: ${cost.says}.`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
