import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requireViewer } from '#app/_server/viewer.ts'
import { PaintMarks, ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { listRowsFor } from '#db/queries/own/own-readings.ts'
import { getDashboard } from '#db/queries/study/dashboard.ts'
import { getStudyCounts, listLastNotes, listReadingsUnderWay } from '#db/queries/study/study.ts'
import { media } from '#lib/catalogue/minutes.ts'
import { ownMinutes, timesEstimate } from '#lib/study/speed.ts'
import { Counts } from './_components/counts.tsx'
import { CoverageBars } from './_components/coverage-bars.tsx'
import { Hatch } from './_components/hatch.tsx'
import { KeptDays } from './_components/kept-days.tsx'
import { LastNotes } from './_components/last-notes.tsx'
import { NothingYet } from './_components/nothing-yet.tsx'
import { OrganisationsFigure } from './_components/organisations-figure.tsx'
import { Part } from './_components/part.tsx'
import { PickForm } from './_components/pick-form.tsx'
import { WeekPart } from './_components/week-part.tsx'
import { WeeksFigure } from './_components/weeks-figure.tsx'
import { YearPart } from './_components/year-part.tsx'

export const metadata: Metadata = { title: 'Dashboard' }

export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const viewer = await requireViewer('/dashboard')
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const query = await searchParams
  const now = Date.now()
  const minutes = wholeNumber(query.minutes, 5, 600) ?? 20
  const medium = media.find((one) => one === query.medium) ?? null
  const year = wholeNumber(query.year, 1970, 2199)
  const [board, counts, underWay, notes] = await Promise.all([
    getDashboard(viewer, { minutes, media: medium ? [medium] : [] }, year, now),
    getStudyCounts(viewer),
    listReadingsUnderWay(viewer, 5).then((ids) => listRowsFor(viewer, ids)),
    listLastNotes(viewer, 5),
  ])
  const isNew =
    board.years.length === 0 && counts.notes === 0 && board.sections.every(({ queued }) => queued.readings === 0)
  const isEmpty = isNew && board.plans.length === 0
  return (
    <>
      <Hatch />
      <h1 className="mb-6">Dashboard</h1>
      {viewer.speedPercent !== 100 && (
        <p className="quiet-line -mt-4 mb-6">
          All minutes here are your own: readings take you {timesEstimate(viewer.speedPercent)}.{' '}
          <a href="/settings">Settings</a>
        </p>
      )}
      {isEmpty && <NothingYet />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 md:grid-cols-2 lg:gap-x-14">
        {!isEmpty && (
          <div className="grid content-start gap-y-10">
            <WeekPart board={board} />
            <Part id="kept" title="Study days">
              <KeptDays kept={board.kept} />
            </Part>
          </div>
        )}
        <div className="grid content-start gap-y-10">
          <div className="no-print">
            <Part id="pick" title="Time at hand">
              <PickForm minutes={minutes} medium={medium} picks={board.picks} />
            </Part>
          </div>
          {underWay.length > 0 && (
            <Part id="under-way" title="Where you were">
              <ReadingRows
                rows={underWay.map((row) => ({ ...row, minutes: ownMinutes(row.minutes, viewer.speedPercent) }))}
              />
            </Part>
          )}
        </div>
      </div>
      {!isNew && (
        <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-y-12">
          <YearPart board={board} year={year} />
          <Counts counts={counts} />
          <Part id="coverage" title="What you have covered">
            <CoverageBars sections={board.sections} />
          </Part>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 lg:gap-x-14 gap-y-10 md:grid-cols-2">
            <Part
              id="weeks"
              title="Minutes a week"
              aside={board.kept.planned > 0 ? 'the line is what was planned' : undefined}
            >
              <WeeksFigure weeks={board.weeks} />
            </Part>
            {(board.organisations[0]?.done ?? 0) > 1 && (
              <Part id="organisations" title="Organisations read most">
                <OrganisationsFigure organisations={board.organisations} />
              </Part>
            )}
          </div>
          <LastNotes notes={notes} />
        </div>
      )}
      <PaintMarks nonce={nonce} />
      <FreshOnFocus at={now} />
    </>
  )
}

/** A whole number of the query within bounds, or null. */
function wholeNumber(value: string | string[] | undefined, least: number, most: number): number | null {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? number : null
}
