import { minutesInWords } from '#lib/format.ts'
import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { addDays, mondayOf } from '#lib/planning/days.ts'
import type { ScheduledDay } from '#lib/planning/types.ts'
import { longDay, shortDay } from '#lib/planning/words.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The plan as a calendar: a row a week, each day with its minutes and titles. */
export function CalendarView({ schedule }: { schedule: ScheduleAnswer }) {
  const { days, today, settings } = schedule
  const byDate = new Map(days.map((day) => [day.date, day]))
  const first = days[0]?.date ?? settings.startDate
  const last = [days.at(-1)?.date ?? first, settings.targetDate ?? ''].toSorted().at(-1)!
  const weeks: string[] = []
  for (let monday = mondayOf(first); monday <= last && weeks.length < 530; monday = addDays(monday, 7))
    weeks.push(monday)
  return (
    <table className="calendar">
      <caption className="sr-only">The plan as a calendar</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((monday) => (
          <tr key={monday}>
            {weekdays.map((weekday, index) => {
              const date = addDays(monday, index)
              return (
                <Cell
                  key={weekday}
                  date={date}
                  day={byDate.get(date)}
                  isToday={date === today}
                  isTarget={date === settings.targetDate}
                  isOff={settings.daysOff.includes(date)}
                  isLabelled={date === first || date.endsWith('-01') || (index === 0 && monday === weeks[0])}
                />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  date: string
  day: ScheduledDay | undefined
  isToday: boolean
  isTarget: boolean
  isOff: boolean
  isLabelled: boolean
}

function Cell({ date, day, isToday, isTarget, isOff, isLabelled }: CellProps) {
  const items = day?.items ?? []
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const isDone = items.length > 0 && items.every((item) => item.state !== 'todo')
  return (
    <td
      id={isToday ? 'today' : undefined}
      data-today={isToday ? '' : undefined}
      data-done={isDone ? '' : undefined}
      data-target={isTarget ? '' : undefined}
    >
      <time dateTime={date} aria-label={longDay(date)} className="figures">
        {isLabelled ? shortDay(date).slice(4) : Number(date.slice(8))}
      </time>
      {isTarget && <strong>Interview</strong>}
      {isOff && <span className="quiet">off</span>}
      {items.length > 0 && <span className="quiet figures">{minutesInWords(minutes)}</span>}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.id} data-state={item.state}>
              {item.title}
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
