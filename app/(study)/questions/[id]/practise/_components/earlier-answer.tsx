import { Compare } from '#components/practice/compare.tsx'
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
  const facts = [
    score === null ? '' : `${score.toFixed(1)} of 3`,
    answer.seconds > 0 ? clockInDigits(answer.seconds) : '',
  ].filter(Boolean)
  return (
    <details className="earlier-answer">
      <summary className="figures">
        {day}
        <span className="quiet"> · {facts.join(' · ')}</span>
        {answer.nextTime && <span className="quiet block">Next time: {answer.nextTime}</span>}
      </summary>
      <div className="pt-2 pb-6">
        <Compare first={answer} html={html} points={points} />
      </div>
    </details>
  )
}
