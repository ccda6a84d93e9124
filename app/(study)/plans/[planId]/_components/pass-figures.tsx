import { minutesInWords } from '#lib/format.ts'
import type { PassSummary } from '#lib/planning/pass-summary.ts'
import { shortDay } from '#lib/planning/words.ts'

/** The results of a pass, in figures. */
export function PassFigures({ summary }: { summary: PassSummary }) {
  const { done, doneMinutes, studyDays, firstDay, lastDay, skipped } = summary
  const figures: [string, string | number][] = [
    ['Readings', done.read],
    ['Drills', done.drill],
    ['Mock interviews', done.mock],
    ['Cards', done.card],
    ['Studied', minutesInWords(doneMinutes)],
    ['Study days', studyDays],
  ]
  return (
    <>
      <dl className="plan-figures">
        {figures
          .filter(([, value]) => value !== 0)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {firstDay !== null && lastDay !== null && (
        <p className="quiet figures mt-2">
          {firstDay === lastDay ? shortDay(firstDay) : `${shortDay(firstDay, lastDay)} to ${shortDay(lastDay)}`}
          {skipped > 0 && `, ${skipped} skipped`}
        </p>
      )}
    </>
  )
}
