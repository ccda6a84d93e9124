'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

const DayAtHand = dynamic(
  async () => {
    const [{ DayAtHand }, { withQueries }] = await Promise.all([
      import('#components/planning/day-at-hand.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(DayAtHand)
  },
  { ssr: false },
)

/** The viewer's day on the first page: fetched for them alone, into reserved space. */
export function HomeToday() {
  const isSignedIn = useHasLocalViewer()
  return (
    <div data-when="signed-in">
      <section aria-labelledby="today" className="home-today">
        <h2 id="today" className="font-serif text-step-3">
          <a href="/today" className="no-underline hover:underline">
            Today
          </a>
        </h2>
        {isSignedIn && <DayAtHand />}
      </section>
    </div>
  )
}
