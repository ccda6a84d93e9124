'use client'

import { lazy, Suspense } from 'react'
import type { InboxKind } from '#lib/inbox/inbox.ts'

// Fetched behind the page: the settings are at the limit of what a page may load at first.
const InboxSwitches = lazy(() => import('./inbox-switches.tsx'))

/** The switches of the inbox, in the room that they take. */
export function InboxPart({ off }: { off: InboxKind[] }) {
  return (
    <div id="inbox" className="min-h-64">
      <Suspense>
        <InboxSwitches off={off} />
      </Suspense>
    </div>
  )
}
