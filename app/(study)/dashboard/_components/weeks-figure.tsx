import { scaleLinear } from 'd3-scale'
import { minutesInWords } from '#lib/format.ts'
import { dayLabel, minuteTicks, shortMinutes } from '#lib/study/chart-words.ts'
import type { StudyWeek } from '#lib/study/weeks.ts'
import { AsTable } from '#components/ui/as-table.tsx'

const width = 400
const height = 172
const base = 142
const left = 44

/** Minutes of each week as bars; what was planned as a line across each. */
export function WeeksFigure({ weeks }: { weeks: StudyWeek[] }) {
  const ticks = minuteTicks(Math.max(60, ...weeks.flatMap((week) => [week.minutes, week.plannedMinutes])))
  const y = scaleLinear([0, ticks.at(-1) ?? 60], [base, 14])
  const column = (width - left) / weeks.length
  const average = Math.round(weeks.reduce((sum, week) => sum + week.minutes, 0) / weeks.length)
  return (
    <>
      <svg
        className="figure figure-weeks"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Minutes a week: ${minutesInWords(average)} in the mean of ${weeks.length} weeks`}
      >
        {[0, ...ticks].map((tick) => (
          <g key={tick}>
            <line className="axis" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end">
              {tick === 0 ? '0' : shortMinutes(tick)}
            </text>
          </g>
        ))}
        {weeks.map((week, index) => {
          const x = left + index * column + 3
          return (
            <g key={week.monday}>
              {week.minutes > 0 && (
                <rect className="done" x={x} y={y(week.minutes)} width={column - 6} height={base - y(week.minutes)} />
              )}
              {week.plannedMinutes > 0 && (
                <line
                  className="missed"
                  x1={x - 2}
                  x2={x + column - 4}
                  y1={y(week.plannedMinutes)}
                  y2={y(week.plannedMinutes)}
                />
              )}
              {(weeks.length - 1 - index) % 4 === 0 && (
                <text x={x + (column - 6) / 2} y={base + 18} textAnchor="middle">
                  {index === weeks.length - 1 ? 'now' : dayLabel(week.monday)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <AsTable
        caption="Minutes a week"
        head={['Week of', 'Studied', 'Planned', 'Days']}
        rows={weeks.map((week) => [
          dayLabel(week.monday),
          `${week.minutes} min`,
          week.plannedMinutes > 0 ? `${week.plannedMinutes} min` : '–',
          week.days,
        ])}
      />
    </>
  )
}
