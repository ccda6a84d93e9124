import type { Dashboard } from '#db/queries/study/dashboard.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { Part } from './part.tsx'
import { YearFigure } from './year-figure.tsx'

/** The year by day studied, with links to earlier years. */
export function YearPart({ board, year }: { board: Dashboard; year: number | null }) {
  const { studied, minutes } = board.year
  const words = `${counted(studied, 'day')} of study, ${minutesInWords(minutes)}, ${year === null ? 'in the year up to today' : `in ${year}`}`
  return (
    <Part
      id="year"
      title={year === null ? 'The year' : String(year)}
      aside={
        <>
          {counted(studied, 'day')}, {minutesInWords(minutes)}
          {board.years.length > 1 && (
            <span className="no-print ml-5 inline-flex flex-wrap gap-x-3">
              {year !== null && <a href="/dashboard#year">to today</a>}
              {board.years
                .filter((one) => one !== year)
                .map((one) => (
                  <a key={one} href={`/dashboard?year=${one}#year`} className="inline-block min-h-6">
                    {one}
                  </a>
                ))}
            </span>
          )}
        </>
      }
    >
      <YearFigure map={board.year} words={words} />
    </Part>
  )
}
