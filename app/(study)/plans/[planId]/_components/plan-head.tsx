import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { planInWords } from '#lib/planning/plan-words.ts'

/** What the plan is for, and how it stands in one line. */
export function PlanHead({ plan, schedule }: { plan: PlanAnswer; schedule: ScheduleAnswer }) {
  const hasMusts = plan.items.some(({ tier }) => tier === 'must') && plan.items.some(({ tier }) => tier !== 'must')
  return (
    <header className="pb-2">
      <p className="figures font-serif text-step-1">{planInWords(schedule)}</p>
      {plan.description && <p className="prose written mt-3">{plan.description}</p>}
      {hasMusts && (
        <p className="quiet-line mt-1 no-print">
          What must be done is set <strong className="font-[560]">bold</strong>; the rest falls out first when time is
          short.
        </p>
      )}
    </header>
  )
}
