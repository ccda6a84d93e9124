import type { DatedPlan } from '#db/queries/planning/schedules.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { dayFigures, paceOfPlan } from '#lib/planning/today-words.ts'
import { shortDay } from '#lib/planning/words.ts'

/** The running plans, a line each: their pace, and what is due today. */
export function PlanLines({ plans }: { plans: DatedPlan[] }) {
  return (
    <ul>
      {plans.map(({ membership, view, source }) => {
        const day = view.schedule.days.find(({ date }) => date === source.today)
        const sittings = (day?.items ?? []).map((item) => ({ ...item, todayMinutes: item.minutes, sittingDone: false }))
        const { done, total, leftMinutes } = dayFigures(sittings)
        const open = total - done
        const firstDay = view.schedule.days.find(({ items }) => items.length > 0)?.date ?? null
        const target = view.input.settings.targetDate
        return (
          <li key={membership.planId} className="border-b border-hairline pb-2 not-first:pt-2">
            <a
              href={`/plans/${membership.planId}`}
              className="font-serif text-[1.0625rem] wrap-anywhere no-underline hover:underline"
            >
              {membership.title}
            </a>
            <p className="small quiet figures">
              {open > 0 ? (
                <a href="/today">
                  Today {counted(open, 'item')}, {minutesInWords(leftMinutes)}
                </a>
              ) : (
                'Nothing left for today'
              )}
              {` · ${paceOfPlan({ pace: view.pace, firstDay }, source.today)}`}
              {target !== null && ` · interview ${shortDay(target, source.today)}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
