'use client'

import { useEffect } from 'react'
import { MarkRows } from '#components/catalogue/mark-rows.tsx'
import SignedIn from '#components/study/signed-in.tsx'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'
import { withQueries } from './with-queries.tsx'

/** What makes a static page a person's own. `onReady`: everything listens now. */
function Live({ onReady }: { onReady: () => void }) {
  const isSignedIn = useHasLocalViewer()
  useEffect(onReady, [onReady])
  return (
    <>
      <MarkRows />
      {isSignedIn && <SignedIn />}
    </>
  )
}

export default withQueries(Live)
