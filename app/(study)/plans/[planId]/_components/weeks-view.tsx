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
  const begins = beginnings(plan, weeks)
  // Where "today" leads: its day, or the next one that has something.
  const at = schedule.days.find(({ date, items: all }) => date >= schedule.today && all.length > 0)?.date
  const over = weeks.filter(([monday]) => monday < thisMonday)
  const ahead = weeks.filter(([monday]) => monday >= thisMonday)
  const render = ([monday, days]: [string, ScheduledDay[]]) => (
    <Week
      key={monday}
      monday={monday}
      days={days}
      number={weekNumber(weeks[0]![0], monday)}
      begins={begins.get(monday) ?? []}
      items={items}
      at={at}
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

/** The phases that begin in each week, by its Monday: what a phase is for is said once. */
function beginnings(plan: PlanAnswer, weeks: [string, ScheduledDay[]][]): Map<string, PlanAnswer['phases']> {
  const phaseOf = new Map(plan.items.map(({ id, phaseId }) => [id, phaseId]))
  const seen = new Set<string | null>()
  return new Map(
    weeks.map(([monday, days]) => {
      const ids = new Set(days.flatMap((day) => day.items.map(({ id }) => phaseOf.get(id) ?? null)))
      const fresh = plan.phases.filter(({ id }) => ids.has(id) && !seen.has(id))
      for (const { id } of fresh) seen.add(id)
      return [monday, fresh]
    }),
  )
}

interface WeekProps {
  monday: string
  number: number
  days: ScheduledDay[]
  begins: PlanAnswer['phases']
  items: Map<string, PlanItemDetail>
  plan: PlanAnswer
  today: string
  /** The day to which "today" leads. */
  at: string | undefined
  isReadOnly: boolean
}

function Week({ monday, number, days, begins, items, plan, today, at, isReadOnly }: WeekProps) {
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
        {begins.map(({ id, title, goal }) => (
          <p key={id} className="quiet written max-w-measure">
            {title}
            {goal !== '' && (
              <>
                : <span className="italic">{goal}</span>
              </>
            )}
          </p>
        ))}
      </header>
      {days.map((day) => (
        <Day
          key={day.date}
          day={day}
          items={items}
          planId={plan.id}
          today={today}
          isAt={day.date === at}
          isReadOnly={isReadOnly}
        />
      ))}
    </section>
  )
}

interface DayProps {
  day: ScheduledDay
  items: Map<string, PlanItemDetail>
  planId: string
  today: string
  isAt: boolean
  isReadOnly: boolean
}

function Day({ day, items, planId, today, isAt, isReadOnly }: DayProps) {
  const { actionsOf } = useItemActions(today)
  const isToday = day.date === today
  return (
    <div className="day" id={isAt ? 'today' : undefined} data-today={isToday ? '' : undefined}>
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
