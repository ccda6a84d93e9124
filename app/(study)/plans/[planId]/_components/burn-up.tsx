import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { minutesInWords } from '#lib/format.ts'
import type { BurnUp as Lines } from '#lib/planning/burn-up.ts'
import { daysBetween } from '#lib/planning/days.ts'
import { shortDay } from '#lib/planning/words.ts'

interface Size {
  width: number
  height: number
}
const wide: Size = { width: 1100, height: 230 }
const middle: Size = { width: 720, height: 210 }
const narrow: Size = { width: 360, height: 190 }
const margin = { top: 18, right: 4, bottom: 22, left: 44 }

/** Planned and done minutes over the days of a plan, with today on it, and where the present pace ends. */
export function BurnUp({ burnUp, today }: { burnUp: Lines; today: string }) {
  const { points, paceEnd, paceMinutes } = burnUp
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const done = points.findLast((point) => point.done !== null)?.done ?? 0
  return (
    <figure className="burn-up">
      <Picture burnUp={burnUp} today={today} size={narrow} className="sm:hidden" />
      <Picture burnUp={burnUp} today={today} size={middle} className="hidden sm:block lg:hidden" />
      <Picture burnUp={burnUp} today={today} size={wide} className="hidden lg:block" />
      <figcaption className="small quiet figures">
        <span className="burn-key" data-line="done" /> {minutesInWords(done)} done{' '}
        <span className="burn-key" data-line="planned" /> {minutesInWords(last.planned)} planned
        {paceEnd !== null && paceMinutes !== null && (
          <>
            {' '}
            <span className="burn-key" data-line="pace" /> at {paceMinutes} minutes a study day you end on{' '}
            {shortDay(paceEnd, today)}
          </>
        )}
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
                  <th scope="row">{shortDay(point.date)}</th>
                  <td>{minutesInWords(point.planned)}</td>
                  <td>{point.done === null ? '' : minutesInWords(point.done)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  )
}

/** The lines, drawn for a width: words keep their size on any screen. */
function Picture({ burnUp, today, size, className }: { burnUp: Lines; today: string; size: Size; className: string }) {
  const { width, height } = size
  const { points, totalMinutes, paceEnd } = burnUp
  const first = points[0]!
  const last = points.at(-1)!
  const end = paceEnd !== null && paceEnd > last.date ? paceEnd : last.date
  const span = Math.max(1, daysBetween(first.date, end))
  const top = Math.max(totalMinutes, last.planned, 1)
  const x = scaleLinear([0, span], [margin.left, width - margin.right])
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top])
  const at = (date: string) => x(daysBetween(first.date, date))
  const path = line<{ date: string; value: number }>()
    .x(({ date }) => at(date))
    .y(({ value }) => y(value))
  const planned = points.map(({ date, planned: value }) => ({ date, value }))
  const done = points.flatMap(({ date, done: value }) => (value === null ? [] : [{ date, value }]))
  const now = done.at(-1) ?? { date: first.date, value: 0 }
  const ticks = scaleLinear([0, top / 60], [0, 1])
    .ticks(3)
    .filter((hours) => hours > 0)
    .map((hours) => hours * 60)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={className} role="img" aria-label={inWords(burnUp, now.value)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className="burn-grid" />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {minutesInWords(tick)}
          </text>
        </g>
      ))}
      <line x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} className="burn-axis" />
      <path d={path(planned) ?? ''} className="burn-planned" />
      {paceEnd !== null && (
        <line x1={at(now.date)} y1={y(now.value)} x2={at(paceEnd)} y2={y(totalMinutes)} className="burn-pace" />
      )}
      <path d={path(done) ?? ''} className="burn-done" />
      <line x1={at(today)} x2={at(today)} y1={margin.top} y2={y(0)} className="burn-today" />
      <circle cx={at(now.date)} cy={y(now.value)} r={3.5} className="burn-now" />
      <text
        x={Math.min(Math.max(at(today), margin.left), width - margin.right)}
        y={margin.top - 6}
        textAnchor={anchor(at(today), width)}
        className="burn-label"
      >
        today
      </text>
      <text x={margin.left} y={height - 6}>
        {shortDay(points[1]!.date)}
      </text>
      <text x={width - margin.right} y={height - 6} textAnchor="end">
        {shortDay(end)}
      </text>
    </svg>
  )
}

function anchor(value: number, width: number): 'start' | 'middle' | 'end' {
  if (value < margin.left + 30) return 'start'
  return value > width - 40 ? 'end' : 'middle'
}

function inWords({ totalMinutes, paceEnd }: Lines, done: number): string {
  const end = paceEnd === null ? '' : ` At the present pace it ends on ${shortDay(paceEnd)}.`
  return `${minutesInWords(done)} of ${minutesInWords(totalMinutes)} done.${end}`
}
