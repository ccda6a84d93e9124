import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { ListData } from '#components/catalogue/list-data.tsx'
import { GroupedReadings } from '#components/catalogue/grouped-readings.tsx'
import { SelectButton } from '#components/catalogue/select-button.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { getSection, listSections } from '#db/queries/catalogue/catalogue.ts'
import { listMapSections } from '#db/queries/catalogue/catalogue-map.ts'
import { SectionIndex } from './_components/section-index.tsx'
import { counted, minutesInWords } from '#lib/format.ts'

type Props = PageProps<'/catalogue/[section]'>

export async function generateStaticParams() {
  return (await listSections()).map((section) => ({ section: section.id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicMetadata(`/catalogue/${(await params).section}`)
}

export default async function SectionPage({ params }: Props) {
  const section = await getSection((await params).section)
  if (!section) notFound()
  const rows = new Map(section.groups.flatMap((group) => group.rows.map((row) => [row.id, row])))
  const minutes = [...rows.values()].reduce((sum, row) => sum + row.minutes, 0)
  const allGone = [...rows.values()].every((row) => row.delistedOn !== null)
  const topics = section.topics.filter((topic) => topic.depth === 1)
  const map = (await listMapSections()).find(({ id }) => id === section.id)
  const countOf = (topicId: string) => map?.topics.find(({ path }) => path === topicId)?.readingIds.length ?? 0
  return (
    <>
      <Breadcrumb steps={[{ href: '/catalogue', name: 'Catalogue' }]} />
      <h1>{section.title}</h1>
      <p className="mt-2 text-quiet figures">
        <span data-tally suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
        {counted(rows.size, 'reading')} · {minutesInWords(minutes)} <SelectButton />
      </p>
      {rows.size >= 30 && (
        <ul aria-label="Only some of them" className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {someOf(section.id).map(({ href, name }) => (
            <li key={href}>
              <a href={href} rel="nofollow" className="inline-block py-0.5">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {allGone && (
        <p className="notice mt-6 max-w-[65ch]">
          The list has dropped all of these by now, so most links here lead to an archived copy.
        </p>
      )}
      {topics.length > 0 && <SectionIndex topics={topics.map(({ id, slug, title }) => [slug, title, countOf(id)])} />}
      <GroupedReadings sectionId={section.id} title={section.title} groups={section.groups} />
      <ListData
        origin={publicOrigin()}
        name={section.title}
        paths={
          topics.length > 0
            ? topics.map(({ id }) => `/catalogue/${id}`)
            : [...rows.keys()].map((id) => `/readings/${id}`)
        }
      />
    </>
  )
}

/** Ways to a part of a section too long to read through. */
function someOf(sectionId: string): { href: string; name: string }[] {
  const search = (filter: string) => `/search?q=${encodeURIComponent(`section:${sectionId} ${filter}`)}`
  return [
    { href: search('is:listed'), name: 'Still listed' },
    { href: search('medium:video'), name: 'Videos' },
    { href: search('is:unmarked'), name: 'Not yet marked' },
    { href: `/plans/new?q=${encodeURIComponent(`section:${sectionId} is:listed`)}`, name: 'Make it a plan' },
  ]
}
