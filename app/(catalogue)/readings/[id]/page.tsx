import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { StructuredData } from '#components/catalogue/structured-data.tsx'
import { MarkChooser } from '#components/catalogue/mark-chooser.tsx'
import { PaintMarks } from '#components/catalogue/reading-rows.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { NotePlace } from '#components/notes/note-place.tsx'
import { OwnLoader } from '#components/study/own-loader.tsx'
import { getMergedInto, listMergedIds } from '#db/queries/catalogue/merged-readings.ts'
import { getReading, listReadingIds } from '#db/queries/catalogue/readings.ts'
import { breadcrumbData, workData } from '#lib/catalogue/structured-data.ts'
import { Facts } from './_components/facts.tsx'
import { OpenLink } from './_components/open-link.tsx'
import { Places } from './_components/places.tsx'
import { Related } from './_components/related.tsx'
import { Work } from './_components/work.tsx'

type Props = PageProps<'/readings/[id]'>

export async function generateStaticParams() {
  return [...(await listReadingIds()), ...(await listMergedIds())].map((id) => ({ id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicMetadata(`/readings/${(await params).id}`)
}

export default async function ReadingPage({ params }: Props) {
  const { id } = await params
  const reading = await getReading(id)
  if (!reading) {
    const merged = await getMergedInto(id)
    if (merged) permanentRedirect(`/readings/${merged}`)
    notFound()
  }
  const place = reading.places[0]
  const steps = place
    ? [
        { href: '/catalogue', name: 'Catalogue' },
        { href: `/catalogue/${place.section.id}`, name: place.section.title },
        ...place.topics.map((topic) => ({ href: `/catalogue/${place.section.id}/${topic.slug}`, name: topic.title })),
      ]
    : [{ href: '/catalogue', name: 'Catalogue' }]
  const origin = publicOrigin()
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        <Breadcrumb steps={steps} />
        <h1 className="max-w-[26ch]">{reading.title}</h1>
        {(reading.organisation ?? reading.people.length > 0) && (
          <p className="mt-2 text-lg text-quiet">
            {[reading.organisation?.name, reading.people.join(', ')].filter(Boolean).join(' · ')}
          </p>
        )}
        <Work reading={reading} />
        <OpenLink reading={reading} />
        <div className="mt-6">
          <MarkChooser readingId={reading.id} title={reading.fullTitle} />
          <OwnLoader readingId={reading.id} />
        </div>
        <div className="mt-10">
          <NotePlace readingId={reading.id} title={reading.fullTitle} />
        </div>
      </div>
      <aside className="lg:pt-9">
        <Facts reading={reading} />
      </aside>
      <Places reading={reading} />
      <Related readingId={reading.id} />
      <PaintMarks />
      <StructuredData data={workData(reading)} />
      {origin !== null && <StructuredData data={breadcrumbData(origin, steps)} />}
    </article>
  )
}
