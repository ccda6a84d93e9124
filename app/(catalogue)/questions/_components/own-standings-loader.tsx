'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

const OwnStandings = dynamic(
  async () => {
    const [{ OwnStandings }, { withQueries }] = await Promise.all([
      import('./own-standings.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(OwnStandings)
  },
  { ssr: false },
)

/** How ready a signed-in person is for each question of the index: loaded for them alone. */
export function OwnStandingsLoader() {
  return useHasLocalViewer() ? <OwnStandings /> : null
}
