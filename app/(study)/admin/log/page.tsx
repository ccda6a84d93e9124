import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { SecurityRows } from '#components/accounts/security-rows.tsx'
import { listSecurity } from '#db/queries/accounts/security-events.ts'
import { AdminHead } from '../_components/admin-head.tsx'

export const metadata: Metadata = { title: 'Security log' }

export default async function LogPage() {
  const viewer = await requireAdmin('/admin/log')
  const events = await listSecurity(viewer)
  return (
    <>
      <AdminHead
        path="/admin/log"
        title="Security log"
        words="What happened to accounts, the newest first. Of a deleted account kind and time stay."
      />
      <SecurityRows
        timeZone={viewer.timeZone}
        events={events.map((event) => ({ ...event, name: event.name ?? 'A deleted account' }))}
      />
    </>
  )
}
