import type { PlanAnswer } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { timesEstimate } from '#lib/study/speed.ts'
import { dayFrom, minutesInWords as minutesADay, paceInWords } from '#lib/planning/words.ts'

/** The figures of a plan, set out in a row. */
export function PlanFigures({ plan, schedule }: { plan: PlanAnswer; schedule: ScheduleAnswer }) {
  const { figures, pace, settings, endDate, today } = schedule
  const { targetDate, weekdayMinutes, startDate } = settings
  const skipped = plan.items.filter(({ state }) => state === 'skipped').length
  const all: [name: string, value: string][] = [
    ['Done', `${figures.items.done} of ${counted(figures.items.total, 'item')}`],
    ['Studied', minutesInWords(figures.minutes.done)],
    ['Left', minutesInWords(figures.minutes.total - figures.minutes.done)],
    ...(skipped > 0 ? [['Skipped', `${skipped}`] as [string, string]] : []),
    ['Pace', startDate > today ? `Starts ${dayFrom(startDate, today)}` : paceInWords(pace)],
    targetDate === null
      ? ['Ends', endDate === null ? '–' : dayFrom(endDate, today)]
      : ['Interview', dayFrom(targetDate, today)],
    ['Minutes', minutesADay(weekdayMinutes)],
    ...(schedule.speedPercent === 100
      ? []
      : [['Your reading time', timesEstimate(schedule.speedPercent)] as [string, string]]),
  ]
  return (
    <dl className="plan-figures mb-6">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
