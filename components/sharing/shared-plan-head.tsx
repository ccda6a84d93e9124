import { counted, minutesInWords } from '#lib/format.ts'
import type { SharedPlan } from '#lib/sharing/shown-plan.ts'

/** The head of a plan for people who are not on it; `eyebrow` says how they got here. */
export function SharedPlanHead({ plan, eyebrow }: { plan: SharedPlan; eyebrow: string }) {
  return (
    <header className="pb-8">
      <p className="eyebrow">{eyebrow}</p>
      <h1 className="max-w-[26ch]">{plan.title}</h1>
      {plan.description && <p className="prose mt-3 whitespace-pre-line">{plan.description}</p>}
      <p className="quiet figures mt-3">
        {counted(plan.itemCount, 'item')} · {minutesInWords(plan.minutes)}
      </p>
    </header>
  )
}
