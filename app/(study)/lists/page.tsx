import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requireViewer } from '#app/_server/viewer.ts'
import { PaintMarks, ReadingRows } from '#components/catalogue/reading-rows.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { FreshOnFocus } from '#components/study/fresh-on-focus.tsx'
import { listRowsFor } from '#db/queries/own/own-readings.ts'
import { listLists } from '#db/queries/study/lists.ts'
import { listOpinions } from '#db/queries/study/opinions.ts'
import { listQueue } from '#db/queries/study/queue.ts'
import { counted, minutesInWords } from '#lib/format.ts'
import { ListIndex } from './_components/list-index.tsx'
import { QueueRows } from './_components/queue-rows.tsx'

export const metadata: Metadata = { title: 'Queue and lists' }

export default async function ListsPage() {
  const viewer = await requireViewer('/lists')
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const [queue, items, opinions] = await Promise.all([listQueue(viewer), listLists(viewer), listOpinions(viewer)])
  const favourites = await listRowsFor(
    viewer,
    opinions.flatMap((one) => (one.favourite ? one.readingId : [])),
  )
  const rows = await listRowsFor(viewer, queue)
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0)
  return (
    <>
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-6">
        <h1>Queue and lists</h1>
        {rows.length + favourites.length > 1 && (
          <span className="small">
            <SelectButton />
          </span>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="queue">
          <div className="mb-2 flex items-baseline justify-between gap-4">
            <h2 id="queue">Queue</h2>
            {rows.length > 0 && (
              <p className="quiet small figures">
                {counted(rows.length, 'reading')}, {minutesInWords(minutes)}
              </p>
            )}
          </div>
          <QueueRows rows={rows} lists={{ items, queue }} />
        </section>
        <div className="grid content-start gap-y-12">
          <section aria-labelledby="lists">
            <h2 id="lists" className="mb-2">
              Lists
            </h2>
            <ListIndex lists={{ items, queue }} />
          </section>
          <section aria-labelledby="favourites">
            <h2 id="favourites" className="mb-2">
              Favourites
            </h2>
            {favourites.length === 0 ? (
              <p className="quiet">Press the star on a reading’s page, and it is kept here for you alone.</p>
            ) : (
              <ReadingRows rows={favourites} label="Favourites" />
            )}
          </section>
        </div>
      </div>
      <PaintMarks nonce={nonce} />
      <FreshOnFocus at={Date.now()} />
    </>
  )
}
