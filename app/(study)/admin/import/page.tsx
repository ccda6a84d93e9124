import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { listChanges } from '#db/queries/catalogue/changes.ts'
import { AdminHead } from '../_components/admin-head.tsx'
import { History } from './_components/history.tsx'
import { ImportFlow } from './_components/import-flow.tsx'

export const metadata: Metadata = { title: 'Import a list' }

export default async function ImportPage() {
  const viewer = await requireAdmin('/admin/import')
  const batches = await listChanges({ limit: 20 })
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: viewer.timeZone })
  const history = batches.map((batch) => ({ ...batch, when: when.format(batch.createdAt) }))
  return (
    <>
      <AdminHead
        path="/admin/import"
        title="Import a list"
        words="Any edition of the upstream list, or another awesome list in that form. You see what would change before anything does, and whatever you apply can be undone."
      />
      <ImportFlow />
      <History batches={history} />
    </>
  )
}
