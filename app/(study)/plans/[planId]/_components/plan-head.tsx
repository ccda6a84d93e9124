import { counted, minutesInWords } from '#lib/format.ts'
import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { dayFrom, minutesInWords as minutesADay, paceInWords } from '#lib/planning/words.ts'

/** What the plan is for, and the viewer's progress in one line of figures. */
export function PlanHead({ plan, schedule }: { plan: PlanAnswer; schedule: ScheduleAnswer }) {
  const done = plan.items.filter((item) => item.state === 'done').length
  return (
    <header className="pb-6">
      {plan.description && <p className="prose mb-6">{plan.description}</p>}
      <dl className="plan-figures">
        <Figure name="Pace" value={standing(plan, schedule)} />
        <Figure name="Done" value={`${done} of ${counted(plan.items.length, 'item')}`} />
        <Figure name="Left" value={minutesInWords(schedule.remainingMinutes)} />
        <Figure name={end(schedule).name} value={end(schedule).value} />
        <Figure name="Minutes" value={minutesADay(schedule.settings.weekdayMinutes)} />
      </dl>
    </header>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function standing(plan: PlanAnswer, { pace, settings, today, remainingMinutes }: ScheduleAnswer): string {
  if (plan.items.length === 0) return 'Empty'
  if (remainingMinutes === 0) return 'Completed'
  return settings.startDate > today ? `Starts ${dayFrom(settings.startDate, today)}` : paceInWords(pace)
}

function end({ settings: { targetDate }, endDate, today }: ScheduleAnswer): { name: string; value: string } {
  if (targetDate !== null) return { name: 'Interview', value: dayFrom(targetDate, today) }
  return { name: 'Ends', value: endDate === null ? '–' : dayFrom(endDate, today) }
}
