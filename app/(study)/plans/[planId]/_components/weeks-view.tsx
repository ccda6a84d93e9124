'use client'

import { ItemRow } from '#components/planning/item-row.tsx'
import { useItemActions } from '#components/planning/use-item-actions.ts'
import { minutesInWords } from '#lib/format.ts'
import type { PlanAnswer, PlanItemDetail } from '#lib/api/plan-answers.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { addDays, mondayOf, weekNumber } from '#lib/planning/plain-days.ts'
import type { ScheduledDay } from '#lib/planning/types.ts'
import { shortDay } from '#lib/planning/words.ts'

interface WeeksViewProps {
  plan: PlanAnswer
  schedule: ScheduleAnswer
  isReadOnly: boolean
}

/** The plan by week and day; past weeks are folded at the top. */
export function WeeksView({ plan, schedule, isReadOnly }: WeeksViewProps) {
  const items = new Map(plan.items.map((item) => [item.id, item]))
  const weeks = weeksOf(schedule)
  const thisMonday = mondayOf(schedule.today)
  const over = weeks.filter(([monday]) => monday < thisMonday)
  const ahead = weeks.filter(([monday]) => monday >= thisMonday)
  const render = ([monday, days]: [string, ScheduledDay[]]) => (
    <Week
      key={monday}
      monday={monday}
      days={days}
      number={weekNumber(schedule.settings.startDate, monday)}
      items={items}
      plan={plan}
      today={schedule.today}
      isReadOnly={isReadOnly}
    />
  )
  return (
    <>
      {over.length > 0 && (
        <details className="mb-6">
          <summary className="quiet">
            {over.length === 1 ? 'The week before' : `The ${over.length} weeks before`}
          </summary>
          {over.map(render)}
        </details>
      )}
      {ahead.map(render)}
    </>
  )
}

function weeksOf({ days }: ScheduleAnswer): [string, ScheduledDay[]][] {
  const weeks = new Map<string, ScheduledDay[]>()
  for (const day of days) {
    if (day.items.length === 0) continue
    const monday = mondayOf(day.date)
    weeks.set(monday, [...(weeks.get(monday) ?? []), day])
  }
  return [...weeks]
}

interface WeekProps {
  monday: string
  number: number
  days: ScheduledDay[]
  items: Map<string, PlanItemDetail>
  plan: PlanAnswer
  today: string
  isReadOnly: boolean
}

function Week({ monday, number, days, items, plan, today, isReadOnly }: WeekProps) {
  const ids = days.flatMap((day) => day.items.map(({ id }) => items.get(id)?.phaseId))
  const phases = plan.phases.filter((phase) => ids.includes(phase.id))
  const minutes = days.reduce((sum, day) => sum + day.items.reduce((all, item) => all + item.minutes, 0), 0)
  return (
    <section className="week" aria-label={`Week ${number}`}>
      <header>
        <h2>
          Week {number}{' '}
          <span className="quiet figures text-base font-sans font-normal">
            {shortDay(monday).slice(4)} to {shortDay(addDays(monday, 6)).slice(4)}, {minutesInWords(minutes)}
          </span>
        </h2>
        {phases.map((phase) => (
          <p key={phase.id} className="quiet">
            {phase.title}: <span className="italic">{phase.goal}</span>
          </p>
        ))}
      </header>
      {days.map((day) => (
        <Day key={day.date} day={day} items={items} planId={plan.id} today={today} isReadOnly={isReadOnly} />
      ))}
    </section>
  )
}

interface DayProps {
  day: ScheduledDay
  items: Map<string, PlanItemDetail>
  planId: string
  today: string
  isReadOnly: boolean
}

function Day({ day, items, planId, today, isReadOnly }: DayProps) {
  const { actionsOf } = useItemActions(today)
  const isToday = day.date === today
  return (
    <div className="day" data-today={isToday ? '' : undefined}>
      <h3 className="figures">
        {shortDay(day.date)}
        {isToday && <span className="text-accent"> today</span>}
        <span className="small quiet block font-normal">
          {minutesInWords(day.items.reduce((sum, item) => sum + item.minutes, 0))}
          {day.buffer > 0 && `, ${minutesInWords(day.buffer)} in reserve`}
        </span>
      </h3>
      <ol className="items">
        {day.items.map((sitting) => {
          const item = items.get(sitting.id)
          if (!item) return null
          return (
            <ItemRow
              key={item.id}
              item={item}
              minutes={sitting.minutes}
              showReason={isToday}
              isReadOnly={isReadOnly}
              line={[
                sitting.sittings > 1 ? `sitting ${sitting.sitting} of ${sitting.sittings}` : '',
                sitting.pinned ? 'on this day by your wish' : '',
              ].filter(Boolean)}
              {...actionsOf(
                { ...item, planId },
                isToday ? { sittings: sitting.sittings, todayMinutes: sitting.minutes } : undefined,
              )}
            />
          )
        })}
      </ol>
    </div>
  )
}
