import { counted, minutesInWords } from '#lib/format.ts'
import type { PlanSummary } from '#lib/api/plan-answers.ts'
import { dayFrom, paceInWords } from '#lib/planning/words.ts'

/** Plans as an index: title, pace, how much is done. */
export function PlanRows({ plans, label }: { plans: PlanSummary[]; label: string }) {
  if (plans.length === 0) return null
  return (
    <ul className="items" aria-label={label}>
      {plans.map((plan) => (
        <li
          key={plan.id}
          className="grid items-baseline gap-x-6 gap-y-1 border-b border-hairline py-3 md:grid-cols-[minmax(0,1fr)_16rem_minmax(0,8rem)_13rem]"
        >
          <a href={`/plans/${plan.id}`} className="font-serif text-step-1 wrap-anywhere no-underline hover:underline">
            {plan.title}
          </a>
          <span className="small quiet figures">{line(plan)}</span>
          <Share done={plan.minutes.done} total={plan.minutes.total} />
          <span className="figures quiet-line md:text-right">
            {plan.items.done} of {counted(plan.items.total, 'item')}
            {plan.minutes.total > plan.minutes.done && !plan.completed
              ? `, ${minutesInWords(plan.minutes.total - plan.minutes.done)} left`
              : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

function line(plan: PlanSummary): string {
  const { targetDate, endDate, startDate, today, completed } = plan
  if (completed) return 'every item done or dropped'
  const words = [startDate > today ? `starts ${dayFrom(startDate, today)}` : paceInWords(plan.pace)]
  if (targetDate !== null) words.push(`interview ${dayFrom(targetDate, today)}`)
  else if (endDate !== null) words.push(`ends ${dayFrom(endDate, today)}`)
  if (plan.role !== 'owner') words.push(plan.role)
  return words.join(' · ')
}

/** How much of a whole is done, as a line that fills. The figures stand beside it. */
function Share({ done, total }: { done: number; total: number }) {
  return (
    <svg className="h-1 w-full self-center" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
      <rect width="100" height="4" fill="var(--hairline)" />
      <rect width={total === 0 ? 0 : (100 * done) / total} height="4" fill="var(--accent)" />
    </svg>
  )
}
