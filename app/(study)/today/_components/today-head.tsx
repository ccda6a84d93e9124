import type { TodayAnswer } from '#lib/api/plan-answers.ts'
import { dayFigures, dayInWords, standingInWords } from '#lib/planning/today-words.ts'
import { longDay } from '#lib/planning/words.ts'

/** The day, how much of it is done, how far the interview is and how the plans go; and the day's items as a bar. */
export function TodayHead({ data }: { data: TodayAnswer }) {
  const { items, today } = data
  const standing = standingInWords(data)
  return (
    <header className="pb-6">
      <p className="eyebrow">Today</p>
      <h1>{longDay(today)}</h1>
      {items.length > 0 && (
        <p className="figures mt-1 font-serif text-step-2" aria-live="polite">
          {dayInWords(dayFigures(items))}
        </p>
      )}
      {standing !== '' && <p className="quiet figures">{standing}</p>}
      {items.length > 0 && (
        <div className="day-bar" aria-hidden>
          {items.map(({ id, todayMinutes, state, sittingDone }) => (
            <span key={id} style={{ flexGrow: todayMinutes }} data-state={sittingDone ? 'done' : state} />
          ))}
        </div>
      )}
    </header>
  )
}
