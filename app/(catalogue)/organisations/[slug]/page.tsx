import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicMetadata } from '#app/_server/public-metadata.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { ListData } from '#components/catalogue/list-data.tsx'
import { Portrait } from '#components/catalogue/portrait.tsx'
import { Breadcrumb } from '#components/layout/breadcrumb.tsx'
import { getOrganisation, listOrganisations } from '#db/queries/catalogue/organisations.ts'

type Props = PageProps<'/organisations/[slug]'>

export async function generateStaticParams() {
  return (await listOrganisations()).map(({ id }) => ({ slug: id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return publicMetadata(`/organisations/${(await params).slug}`)
}

export default async function OrganisationPage({ params }: Props) {
  const organisation = await getOrganisation((await params).slug)
  if (!organisation) notFound()
  const { id, name, groups, alongside } = organisation
  return (
    <>
      <Breadcrumb steps={[{ href: '/organisations', name: 'Organisations' }]} />
      <ListData
        origin={publicOrigin()}
        name={name}
        paths={groups.flatMap((group) => group.rows.map((row) => `/readings/${row.id}`))}
      />
      <Portrait
        scope={`organisations/${id}`}
        name={name}
        // The page's heading names the organisation; the rows need not repeat it.
        groups={groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, organisation: null })) }))}
        action={
          <p className="mt-3" data-when="signed-in">
            <a href={`/plans/new?organisation=${id}`}>Start a plan from these</a>, or part of one that you have
          </p>
        }
        alongside={{ title: 'Technologies', path: '/technologies', entries: alongside }}
      />
    </>
  )
}
