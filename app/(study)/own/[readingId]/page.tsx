import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { getViewer, requireViewer } from '#app/_server/viewer.ts'
import { MarkChooser } from '#components/catalogue/mark-chooser.tsx'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { NotePlace } from '#components/notes/note-place.tsx'
import { OwnLoader } from '#components/study/own-loader.tsx'
import { getMergedInto } from '#db/queries/catalogue/merged-readings.ts'
import { getAdder, getOwnReading, listPlansHolding } from '#db/queries/own/own-readings.ts'
import { getOfferState } from '#db/queries/own/offers.ts'
import { hostOf } from '#lib/addresses/http-url.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import { EditOwn } from '../_components/edit-own.tsx'
import { OfferOwn } from '../_components/offer-own.tsx'
import { OwnReadingFacts } from '../_components/own-reading-facts.tsx'
import { RemoveOwn } from '../_components/remove-own.tsx'

type Props = PageProps<'/own/[readingId]'>

const readingOf = cache(async (id: string) => {
  const viewer = await getViewer()
  return viewer && getOwnReading(viewer, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const reading = await readingOf((await params).readingId)
  return { title: reading?.title ?? 'Own reading' }
}

/** A reading that a person added, at the address that every reading has: `/readings/<id>`. */
export default async function OwnReadingPage({ params }: Props) {
  const { readingId } = await params
  const viewer = await requireViewer(isOwnId(readingId) ? `/readings/${readingId}` : `/own/${readingId}`)
  const reading = await readingOf(readingId)
  if (!reading) {
    const merged = await getMergedInto(readingId)
    if (merged) permanentRedirect(`/readings/${merged}`)
    notFound()
  }
  const [plans, adder, offer] = await Promise.all([
    listPlansHolding(viewer, readingId),
    reading.isMine ? null : getAdder(viewer, readingId),
    getOfferState(viewer, readingId),
  ])
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        <Breadcrumb steps={[{ href: '/own', name: 'Own readings' }]} />
        <h1 className="max-w-[26ch] wrap-anywhere" dir="auto">
          {reading.title}
        </h1>
        {reading.byline && (
          <p className="mt-2 text-lg wrap-anywhere text-quiet" dir="auto">
            {reading.byline}
          </p>
        )}
        <p className="small quiet mt-2">
          {reading.isMine ? 'Your own reading' : `${adder}’s own reading, shown to you by a plan`}
          {reading.isMine && plans.length > 0 && ', seen by the people of the plans below'}
        </p>
        {reading.url && (
          <p className="mt-6">
            <a
              className="button button-main max-w-full"
              href={reading.url}
              data-open-reading={reading.id}
              rel="noreferrer"
            >
              <span className="min-w-0 truncate">Open on {hostOf(reading.url)}</span> <span aria-hidden>↗</span>
            </a>
          </p>
        )}
        <div className="mt-6">
          <MarkChooser readingId={reading.id} title={reading.title} />
          <OwnLoader readingId={reading.id} />
        </div>
        <div className="mt-10">
          <NotePlace readingId={reading.id} title={reading.title} />
        </div>
      </div>
      <aside className="lg:pt-9">
        <OwnReadingFacts reading={reading} plans={plans} />
        {reading.isMine && (
          <div className="no-print mt-6 grid gap-3">
            {reading.url !== null && <OfferOwn readingId={reading.id} state={offer} />}
            <EditOwn key={reading.updatedAt} reading={reading} />
            <RemoveOwn readingId={reading.id} title={reading.title} />
          </div>
        )}
      </aside>
      <PaintMarks nonce={(await headers()).get('x-nonce') ?? undefined} />
    </article>
  )
}
