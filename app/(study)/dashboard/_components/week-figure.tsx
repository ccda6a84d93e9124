import { scaleLinear } from 'd3-scale'
import { doneOf, shortMinutes } from '#lib/study/chart-words.ts'
import type { StudyDay } from '#lib/study/weeks.ts'
import { AsTable } from '#components/ui/as-table.tsx'

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const width = 480
const height = 144
const base = 104
const column = width / 7

/** The seven days of this week: what was planned as an outline, what was studied filling it. */
export function WeekFigure({ week, today }: { week: StudyDay[]; today: string }) {
  const highest = Math.max(30, ...week.flatMap((day) => [day.minutes, day.plannedMinutes]))
  const y = scaleLinear([0, highest], [0, base - 18])
  const minutes = week.reduce((sum, day) => sum + day.minutes, 0)
  const planned = week.reduce((sum, day) => sum + day.plannedMinutes, 0)
  return (
    <>
      <svg
        className="figure figure-week"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`This week ${doneOf(minutes, planned)}`}
      >
        <line className="axis" x1="0" x2={width} y1={base} y2={base} />
        {week.map((day, index) => {
          const x = index * column + 14
          const bar = column - 28
          return (
            <g key={day.day}>
              {day.plannedMinutes > 0 && (
                <rect
                  className="planned"
                  x={x}
                  y={base - y(day.plannedMinutes)}
                  width={bar}
                  height={y(day.plannedMinutes)}
                />
              )}
              {day.minutes > 0 && (
                <rect className="done" x={x + 3} y={base - y(day.minutes)} width={bar - 6} height={y(day.minutes)} />
              )}
              {day.minutes > 0 && (
                <text className="strong" x={x + bar / 2} y={base - y(day.minutes) - 5} textAnchor="middle">
                  {shortMinutes(day.minutes)}
                </text>
              )}
              <text className={day.day === today ? 'strong' : ''} x={x + bar / 2} y={base + 17} textAnchor="middle">
                {names[index]}
              </text>
              {day.day === today && (
                <text className="strong" x={x + bar / 2} y={base + 34} textAnchor="middle">
                  today
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <AsTable
        caption="This week"
        head={['Day', 'Studied', 'Planned']}
        rows={week.map((day, index) => [names[index] ?? day.day, `${day.minutes} min`, `${day.plannedMinutes} min`])}
      />
    </>
  )
}
