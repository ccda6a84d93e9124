import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { getLinkCounts, listOpenReports, listTroubledLinks } from '#db/queries/catalogue/link-checks.ts'
import { AdminHead } from '../_components/admin-head.tsx'
import { FoundLinks } from './_components/found-links.tsx'
import { LinkTally } from './_components/link-tally.tsx'
import { Reports } from './_components/reports.tsx'

export const metadata: Metadata = { title: 'Links' }

export default async function LinksPage() {
  const viewer = await requireAdmin('/admin/links')
  const [counts, reports, troubled] = await Promise.all([
    getLinkCounts(viewer),
    listOpenReports(viewer),
    listTroubledLinks(viewer),
  ])
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: viewer.timeZone })
  return (
    <>
      <AdminHead
        path="/admin/links"
        title="Links"
        words="What people and the link checker found of the readings’ addresses. A new address keeps the old one as a former one, and everybody’s marks and notes."
      />
      <LinkTally counts={counts} />
      <Reports reports={reports.map((report) => ({ ...report, when: when.format(report.createdAt) }))} />
      <FoundLinks links={troubled} />
    </>
  )
}
