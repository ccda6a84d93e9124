'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'

const ReportForm = dynamic(
  async () => {
    const [{ ReportForm }, { withQueries }] = await Promise.all([
      import('./report-form.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(ReportForm)
  },
  { ssr: false },
)

/** Where a signed-in person reports a problem with a reading's link; the form is fetched when it is opened. */
export function ReportLink({ readingId }: { readingId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="no-print mt-3"
      data-when="signed-in"
      onToggle={(event) => event.currentTarget.open && setIsOpen(true)}
    >
      <summary className="small quiet min-h-6">Something wrong with this link?</summary>
      {isOpen && <ReportForm readingId={readingId} />}
    </details>
  )
}
