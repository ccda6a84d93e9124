import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { minutesInWords } from '#lib/format.ts'
import { burnAxis } from '#lib/planning/burn-axis.ts'
import type { BurnUp as Lines } from '#lib/planning/burn-up.ts'
import { addDays } from '#lib/planning/plain-days.ts'
import { shortDay } from '#lib/planning/words.ts'

export interface Size {
  width: number
  height: number
}

interface BurnPictureProps {
  burnUp: Lines
  today: string
  startDate: string
  targetDate: string | null
  size: Size
  className: string
}

const margin = { top: 34, right: 6, bottom: 22, left: 48 }

/** The lines, drawn for a width: words keep their size on any screen, and each line says what it is. */
export function BurnPicture({ burnUp, today, startDate, targetDate, size, className }: BurnPictureProps) {
  const { width, height } = size
  const { points, totalMinutes } = burnUp
  const axis = burnAxis(burnUp, startDate, targetDate)
  const last = points.at(-1)!
  const top = Math.max(totalMinutes, last.planned, 1)
  const x = scaleLinear([0, axis.span], [margin.left, width - margin.right])
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top])
  const at = (day: string) => x(axis.at(day))
  const path = line<{ date: string; value: number }>()
    .x(({ date }) => at(date))
    .y(({ value }) => y(value))
  const planned = points.map(({ date, planned: value }) => ({ date, value }))
  const done = points.flatMap(({ date, done: value }) => (value === null ? [] : [{ date, value }]))
  const now = done.at(-1) ?? { date: startDate, value: 0 }
  const ticks = scaleLinear([0, top / 60], [0, 1])
    .ticks(3)
    .filter((hours) => hours > 0)
    .map((hours) => hours * 60)
  // The interview is the morning of its day.
  const interview = targetDate === null ? null : at(addDays(targetDate, -1))
  const isLate = at(now.date) > width * 0.6
  // Days on the axis have some 70 px each; today's word goes with one that it would run into.
  const isNearStart = at(today) < margin.left + 95
  const isNearEnd = !isNearStart && at(today) > width - margin.right - 95
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
      {interview !== null && (
        <>
          <line x1={interview} x2={interview} y1={margin.top - 4} y2={y(0)} className="burn-interview" />
          <text x={interview} y={margin.top - 22} {...anchored(interview, width)} className="burn-label">
            interview {shortDay(targetDate!).slice(4)}
          </text>
        </>
      )}
      <path d={path(planned) ?? ''} className="burn-planned" />
      <text x={at(last.date) - 4} y={y(last.planned) - 5} textAnchor="end">
        planned {minutesInWords(last.planned)}
      </text>
      {axis.pace && (
        <>
          <line
            x1={at(now.date)}
            y1={y(now.value)}
            x2={at(axis.pace.day)}
            y2={y(axis.pace.minutes)}
            className="burn-pace"
          />
          {axis.pace.goesOn && (
            <text x={at(axis.pace.day)} y={y(axis.pace.minutes) - 6} textAnchor="end">
              your pace →
            </text>
          )}
        </>
      )}
      <path d={path(done) ?? ''} className="burn-done" />
      <line x1={at(today)} x2={at(today)} y1={margin.top - 4} y2={y(0)} className="burn-today" />
      <circle cx={at(now.date)} cy={y(now.value)} r={3.5} className="burn-now" />
      <text
        x={at(now.date) + (isLate ? -7 : 7)}
        y={Math.min(y(now.value) + 16, y(0) - 4)}
        textAnchor={isLate ? 'end' : 'start'}
        className="burn-label"
      >
        done {minutesInWords(now.value)}
      </text>
      {!isNearStart && !isNearEnd && (
        <text x={at(today)} y={height - 6} textAnchor="middle" className="burn-label">
          today
        </text>
      )}
      <text x={margin.left} y={height - 6} className={isNearStart ? 'burn-label' : undefined}>
        {shortDay(startDate)}
        {isNearStart && at(today) > margin.left - 1 && ' · today'}
      </text>
      <text x={width - margin.right} y={height - 6} textAnchor="end" className={isNearEnd ? 'burn-label' : undefined}>
        {isNearEnd && 'today · '}
        {shortDay(axis.end)}
      </text>
    </svg>
  )
}

/** Words stay in the picture: at its edges they begin or end at the line that they name. */
function anchored(value: number, width: number): { textAnchor: 'start' | 'middle' | 'end' } {
  if (value < margin.left + 50) return { textAnchor: 'start' }
  return { textAnchor: value > width - 60 ? 'end' : 'middle' }
}

function inWords({ totalMinutes, paceEnd }: Lines, done: number): string {
  const end = paceEnd === null ? '' : ` At the present pace it ends on ${shortDay(paceEnd)}.`
  return `${minutesInWords(done)} of ${minutesInWords(totalMinutes)} done.${end}`
}
