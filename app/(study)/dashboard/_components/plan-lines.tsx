import type { DatedPlan } from '#db/queries/planning/schedules.ts'
import { minutesInWords } from '#lib/format.ts'
import { shortDay } from '#lib/planning/words.ts'

/** The running plans, a line each: their pace, and what is due today. */
export function PlanLines({ plans }: { plans: DatedPlan[] }) {
  return (
    <ul>
      {plans.map(({ membership, view, source }) => {
        const day = view.schedule.days.find(({ date }) => date === source.today)
        const open = day?.items.filter((item) => item.state === 'todo') ?? []
        const minutes = open.reduce((sum, item) => sum + item.minutes, 0)
        const target = view.input.settings.targetDate
        return (
          <li key={membership.planId} className="border-b border-hairline pb-2 not-first:pt-2">
            <a
              href={`/plans/${membership.planId}`}
              className="font-serif text-[1.0625rem] no-underline hover:underline"
            >
              {membership.title}
            </a>
            <p className="small quiet figures">
              {open.length > 0 ? (
                <a href="/today">
                  Today {open.length} {open.length === 1 ? 'item' : 'items'}, {minutesInWords(minutes)}
                </a>
              ) : (
                'Nothing left for today'
              )}
              {` · ${paceInWords(view.pace.days, view.pace.state)}`}
              {target !== null && ` · interview ${shortDay(target, source.today)}`}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function paceInWords(days: number, state: string): string {
  if (state === 'on-track') return 'on track'
  const whole = Math.max(1, Math.round(Math.abs(days)))
  return `${whole} study ${whole === 1 ? 'day' : 'days'} ${state === 'ahead' ? 'ahead' : 'behind'}`
}
