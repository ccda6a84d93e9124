'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

const Quotes = dynamic(
  async () => {
    const [{ Quotes }, { withQueries }] = await Promise.all([
      import('./quotes.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(Quotes)
  },
  { ssr: false },
)

/** The viewer's quotes from a reading, fetched for who is signed in. */
export function QuotesLoader({ readingId }: { readingId: string }) {
  return useHasLocalViewer() ? <Quotes key={readingId} readingId={readingId} /> : null
}
