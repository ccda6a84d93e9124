import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { ListData } from '#components/catalogue/list-data.tsx'
import { GroupedReadings } from '#components/catalogue/grouped-readings.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { getTopic, listTopics } from '#db/queries/catalogue/catalogue.ts'
import { counted, minutesInWords } from '#lib/format.ts'

type Props = PageProps<'/catalogue/[section]/[topic]'>

export async function generateStaticParams() {
  return (await listTopics()).map((topic) => ({ section: topic.sectionId, topic: topic.slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, topic } = await params
  return publicMetadata(`/catalogue/${section}/${topic}`)
}

export default async function TopicPage({ params }: Props) {
  const path = await params
  const found = await getTopic(path.section, path.topic)
  if (!found) notFound()
  const { section, topic, ancestors, siblings, groups } = found
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.id, row])))
  const minutes = [...rows.values()].reduce((sum, row) => sum + row.minutes, 0)
  const at = siblings.findIndex((sibling) => sibling.id === topic.id)
  return (
    <>
      <Breadcrumb
        steps={[
          { href: '/catalogue', name: 'Catalogue' },
          { href: `/catalogue/${section.id}`, name: section.title },
          ...ancestors.map((ancestor) => ({ href: `/catalogue/${ancestor.id}`, name: ancestor.title })),
        ]}
      />
      <h1>{topic.title}</h1>
      <p className="mt-2 text-quiet figures">
        <span data-tally suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
        {counted(rows.size, 'reading')} · {minutesInWords(minutes)} <SelectButton />
      </p>
      <GroupedReadings sectionId={section.id} title={section.title} groups={groups} head={topic.id} />
      <ListData origin={publicOrigin()} name={topic.title} paths={[...rows.keys()].map((id) => `/readings/${id}`)} />
      <nav aria-label="Neighbouring topics" className="no-print mt-12 flex flex-wrap justify-between gap-4">
        {[siblings[at - 1], siblings[at + 1]].map((sibling, index) =>
          sibling ? (
            <a key={sibling.id} href={`/catalogue/${sibling.id}`} className="py-1">
              {index === 0 ? '← ' : ''}
              {sibling.title}
              {index === 1 ? ' →' : ''}
            </a>
          ) : (
            <span key={index} />
          ),
        )}
      </nav>
    </>
  )
}
