import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requireViewer } from '#app/_server/viewer.ts'
import { PaintMarks, ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { listReadingRows } from '#db/queries/catalogue.ts'
import { getStudyCounts, listLastNotes, listReadingsUnderWay } from '#db/queries/study.ts'
import { Counts } from './_components/counts.tsx'
import { LastNotes } from './_components/last-notes.tsx'

export const metadata: Metadata = { title: 'Dashboard' }

export default async function DashboardPage() {
  const viewer = await requireViewer('/dashboard')
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const [counts, underWay, lastNotes] = await Promise.all([
    getStudyCounts(viewer),
    listReadingsUnderWay(viewer, 6).then(listReadingRows),
    listLastNotes(viewer, 5),
  ])
  const isEmpty = Object.values(counts.marks).every((amount) => amount.readings === 0) && counts.notes === 0
  return (
    <>
      <h1 className="mb-8">Dashboard</h1>
      {isEmpty ? (
        <div className="empty">
          <p className="mb-4">
            What you read and write adds up here. Mark a reading done, or write your first note on one, and this page
            begins to fill.
          </p>
          <a className="button button-main" href="/catalogue">
            Find a first reading
          </a>
        </div>
      ) : (
        <>
          <Counts counts={counts} />
          {underWay.length > 0 && (
            <section aria-labelledby="under-way" className="mt-12">
              <h2 id="under-way" className="mb-2">
                Where you were
              </h2>
              <ReadingRows rows={underWay} />
            </section>
          )}
          <LastNotes notes={lastNotes} />
        </>
      )}
      <PaintMarks nonce={nonce} />
    </>
  )
}
