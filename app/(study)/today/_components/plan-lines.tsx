import type { TodayPlan } from '#lib/api/plan-answers.ts'
import { dayFrom, paceInWords } from '#lib/planning/words.ts'

/** The plans behind today, each with its pace. */
export function PlanLines({ plans }: { plans: TodayPlan[] }) {
  if (plans.length === 0) return null
  return (
    <section aria-labelledby="plans" className="mt-14">
      <h2 id="plans" className="mb-2">
        Your plans
      </h2>
      <ul className="items">
        {plans.map((plan) => (
          <li key={plan.id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hairline py-2">
            <a href={`/plans/${plan.id}`} className="item-title grow">
              {plan.title}
            </a>
            <span className="small quiet figures">
              {plan.completed ? 'Completed' : [paceInWords(plan.pace), endOf(plan)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function endOf({ targetDate, endDate, today }: TodayPlan): string {
  if (targetDate !== null) return targetDate < today ? 'the day has passed' : `interview ${dayFrom(targetDate, today)}`
  return endDate === null ? '' : `ends ${dayFrom(endDate, today)}`
}
