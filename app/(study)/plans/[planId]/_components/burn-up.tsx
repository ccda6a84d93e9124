import { minutesInWords } from '#lib/format.ts'
import type { BurnUp as Lines } from '#lib/planning/burn-up.ts'
import { shortDay } from '#lib/planning/words.ts'
import { BurnPicture, type Size } from './burn-picture.tsx'

const wide: Size = { width: 1100, height: 230 }
const middle: Size = { width: 720, height: 210 }
const narrow: Size = { width: 360, height: 200 }

interface BurnUpProps {
  burnUp: Lines
  /** ISO days. */
  today: string
  startDate: string
  targetDate: string | null
}

/** Planned and done minutes over the days of a plan, and where the present pace leads; folded away by who does not want it. */
export function BurnUp(props: BurnUpProps) {
  const { points, paceEnd, paceMinutes } = props.burnUp
  if (points.length < 2) return null
  return (
    <details open>
      <summary className="quiet-line">Planned and done, day by day</summary>
      <figure className="burn-up mt-3">
        <BurnPicture {...props} size={narrow} className="sm:hidden" />
        <BurnPicture {...props} size={middle} className="hidden sm:block lg:hidden" />
        <BurnPicture {...props} size={wide} className="hidden lg:block" />
        <figcaption className="small quiet figures">
          {paceEnd !== null &&
            paceMinutes !== null &&
            paceMinutes > 0 &&
            `At ${paceMinutes} minutes a study day, as in the last three weeks, you end on ${shortDay(paceEnd, props.today)}.`}
          <details className="as-table mt-1">
            <summary>As a table</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Planned</th>
                  <th scope="col">Done</th>
                </tr>
              </thead>
              <tbody>
                {points.slice(1).map((point) => (
                  <tr key={point.date}>
                    <th scope="row">{shortDay(point.date, props.today)}</th>
                    <td>{minutesInWords(point.planned)}</td>
                    <td>{point.done === null ? '' : minutesInWords(point.done)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </figcaption>
      </figure>
    </details>
  )
}
