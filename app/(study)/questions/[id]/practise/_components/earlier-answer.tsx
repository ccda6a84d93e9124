import { type Answer, scoreOf } from '#lib/practice/answer.ts'
import { clockInDigits } from '#lib/practice/clock.ts'

/** A finished answer, closed until it is asked for: several may stand open to be compared. */
export function EarlierAnswer({
  answer,
  html,
  points,
  timeZone,
}: {
  answer: Answer
  /** The answer as safe HTML. */
  html: string
  points: readonly string[]
  timeZone: string
}) {
  const score = scoreOf(answer, points)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(answer.finishedAt ?? 0)
  const missed = points.filter((point) => !answer.ticked.includes(point))
  return (
    <details className="border-b border-hairline">
      <summary className="figures min-h-11 py-2.5">
        {day}
        <span className="quiet">
          {score !== null && ` · ${score.toFixed(1)} of 3`} · {clockInDigits(answer.seconds)}
          {answer.nextTime && ` · Next time: ${answer.nextTime}`}
        </span>
      </summary>
      <div className="grid gap-x-12 gap-y-4 pb-5 md:grid-cols-2">
        <div className="prose [overflow-wrap:anywhere]" dangerouslySetInnerHTML={{ __html: html }} />
        <div>
          <h3 className="text-lg">Not touched</h3>
          {missed.length === 0 && <p className="quiet">Nothing was left out.</p>}
          <ul className="list-disc pl-5">
            {missed.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </div>
      </div>
    </details>
  )
}
