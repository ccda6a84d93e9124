import type { Metadata } from 'next'
import { requireViewer } from '#app/_server/viewer.ts'
import { listInbox } from '#db/queries/inbox/inbox.ts'
import { Inbox } from './_components/inbox.tsx'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage() {
  const viewer = await requireViewer('/inbox')
  const now = Date.now()
  const initial = await listInbox(viewer, { limit: 50, now })
  return (
    <div className="max-w-[46rem]">
      <h1>Inbox</h1>
      <p className="quiet mt-1 mb-8">
        What others did that concerns you, for 90 days. <a href="/settings#inbox">Choose what comes here</a>
      </p>
      <Inbox initial={initial} timeZone={viewer.timeZone} now={now} />
    </div>
  )
}
