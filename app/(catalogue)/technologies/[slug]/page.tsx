import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { ListData } from '#components/catalogue/list-data.tsx'
import { Portrait } from '#components/catalogue/portrait.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { getTechnology, listTechnologyIds } from '#db/queries/catalogue/organisations.ts'

type Props = PageProps<'/technologies/[slug]'>

export async function generateStaticParams() {
  return (await listTechnologyIds()).map((id) => ({ slug: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicMetadata(`/technologies/${(await params).slug}`)
}

export default async function TechnologyPage({ params }: Props) {
  const technology = await getTechnology((await params).slug)
  if (!technology) notFound()
  const { id, name, groups, alongside } = technology
  return (
    <>
      <Breadcrumb steps={[{ href: '/catalogue', name: 'Catalogue' }]} />
      <ListData
        origin={publicOrigin()}
        name={name}
        paths={groups.flatMap((group) => group.rows.map((row) => `/readings/${row.id}`))}
      />
      <Portrait
        scope={`technologies/${id}`}
        name={name}
        groups={groups}
        action={
          <p className="mt-3" data-when="signed-in">
            <a href={`/plans/new?q=${encodeURIComponent(`tech:${id}`)}`}>Start a plan from these</a>, or part of one
            that you have
          </p>
        }
        alongside={{ title: 'Told by', path: '/organisations', entries: alongside }}
      />
    </>
  )
}
