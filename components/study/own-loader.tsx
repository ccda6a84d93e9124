'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

const OwnBar = dynamic(
  async () => {
    const [{ OwnBar }, { withQueries }] = await Promise.all([
      import('./own-bar.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(OwnBar)
  },
  { ssr: false, loading: () => <div className="min-h-10 max-sm:min-h-26" /> },
)

/** What a signed-in person keeps about a reading besides its mark: loaded for them alone, into reserved space. */
export function OwnLoader({ readingId }: { readingId: string }) {
  const isSignedIn = useHasLocalViewer()
  return (
    <div data-when="signed-in" className="no-print">
      <div className="mt-3 min-h-10 max-sm:min-h-26">
        {isSignedIn && <OwnBar key={readingId} readingId={readingId} />}
      </div>
    </div>
  )
}
