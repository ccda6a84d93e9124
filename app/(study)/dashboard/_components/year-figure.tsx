import { minutesInWords } from '#lib/format.ts'
import { monthLabel } from '#lib/study/chart-words.ts'
import type { Heatmap } from '#lib/study/heatmap.ts'
import { AsTable } from '#components/ui/as-table.tsx'
import { HeatHint } from './heat-hint.tsx'

const cell = 11
const pitch = 13
const top = 18
const left = 28
const shownOnPhone = 27

/** From no minutes to many. */
const shades = [
  'color-mix(in oklab, var(--hairline) 55%, var(--paper))',
  ...[30, 52, 75, 100].map((percent) => `color-mix(in oklab, var(--accent) ${percent}%, var(--paper))`),
]

/** A year of days, a column a week, darker with more minutes; on a phone its later half. */
export function YearFigure({ map, words }: { map: Heatmap; words: string }) {
  return (
    <div className="relative">
      <div className="hidden sm:block">
        <Grid map={map} from={0} words={words} />
      </div>
      <div className="sm:hidden">
        <Grid map={map} from={Math.max(0, map.weeks.length - shownOnPhone)} words={words} />
      </div>
      <HeatHint />
      <AsTable caption={words} head={['Month', 'Days', 'Time']} rows={monthsOf(map)} />
    </div>
  )
}

function Grid({ map, from, words }: { map: Heatmap; from: number; words: string }) {
  const weeks = map.weeks.slice(from)
  const days = weeks.flat()
  // One path a level instead of a rectangle a day: a tenth of the markup.
  const paths = [0, 1, 2, 3, 4].map((level) =>
    days
      .map((day, index) =>
        day?.level === level
          ? `M${left + Math.floor(index / 7) * pitch} ${top + (index % 7) * pitch}h${cell}v${cell}h-${cell}z`
          : '',
      )
      .join(''),
  )
  return (
    <svg
      className="figure figure-year"
      viewBox={`0 0 ${left + weeks.length * pitch} ${top + 7 * pitch}`}
      role="img"
      aria-label={words}
      data-heat={days.map((day) => day?.minutes ?? '').join(' ')}
      data-heat-from={days.find((day) => day !== null)?.day}
      data-heat-skip={days.findIndex((day) => day !== null)}
    >
      {map.months
        .filter(({ week }) => week >= from)
        .map(({ month, week }) => (
          <text key={week} x={left + (week - from) * pitch} y={top - 7}>
            {monthLabel(month)}
          </text>
        ))}
      {['Mon', 'Wed', 'Fri'].map((name, index) => (
        <text key={name} x="0" y={top + index * 2 * pitch + 9}>
          {name}
        </text>
      ))}
      {paths.map((path, level) => (
        <path key={level} style={{ fill: shades[level] }} d={path} />
      ))}
    </svg>
  )
}

function monthsOf({ weeks }: Heatmap): string[][] {
  const months = new Map<string, { days: number; minutes: number }>()
  for (const day of weeks.flat()) {
    if (!day || day.level === 0) continue
    const key = `${monthLabel(Number(day.day.slice(5, 7)))} ${day.day.slice(0, 4)}`
    const month = months.get(key) ?? { days: 0, minutes: 0 }
    months.set(key, { days: month.days + 1, minutes: month.minutes + day.minutes })
  }
  return [...months].map(([month, { days, minutes }]) => [month, String(days), minutesInWords(minutes)])
}
