import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { SecurityRows } from '#components/accounts/security-rows.tsx'
import { listSecurity } from '#db/queries/accounts/security-events.ts'
import type { SecurityKind } from '#lib/auth/security-kinds.ts'
import { AdminHead } from '../_components/admin-head.tsx'

export const metadata: Metadata = { title: 'Security log' }

/** Whose line it is where it is nobody's. */
const nameless: Partial<Record<SecurityKind, string>> = {
  'sign-in-unknown': 'Somebody',
  'invite-made': 'At the machine',
  'invite-revoked': 'At the machine',
}

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
        events={events.map((event) => ({ ...event, name: event.name ?? nameless[event.kind] ?? 'A deleted account' }))}
      />
    </>
  )
}
