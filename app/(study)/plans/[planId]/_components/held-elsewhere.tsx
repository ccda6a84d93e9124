import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { counted } from '#lib/format.ts'
import { dayFrom } from '#lib/planning/words.ts'

interface HeldElsewhereProps {
  held: ScheduleAnswer['inOtherPlan']
  plan: PlanAnswer
  today: string
}

/** Readings of this plan that another of the viewer's plans holds: they are read there, once, and cost nothing here. */
export function HeldElsewhere({ held, plan, today }: HeldElsewhereProps) {
  if (held.length === 0) return null
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]))
  return (
    <details className="mt-6 no-print">
      <summary>
        <h2 className="inline text-lg">
          {counted(held.length, 'reading')} {held.length === 1 ? 'stands' : 'stand'} in another of your plans
        </h2>
      </summary>
      <p className="quiet mt-1">You read them there, once; they take no minutes here.</p>
      <ul className="items mt-2">
        {held.map(({ id, planId, date, title }) => (
          <li key={id} className="flex flex-wrap gap-x-4 border-b border-hairline py-2">
            <span className="grow font-serif wrap-anywhere">{titles.get(id)}</span>
            <span className="small quiet figures">
              <a href={`/plans/${planId}`}>{title}</a>, {dayFrom(date, today)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
