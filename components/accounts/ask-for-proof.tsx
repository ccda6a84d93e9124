'use client'

import { lazy, Suspense } from 'react'
import { useAskedForProof } from '#hooks/use-asked-for-proof.ts'

const ProofDialog = lazy(() => import('./proof-dialog.tsx'))

/** Asks the person to prove who they are as soon as something needs it. */
export function AskForProof() {
  const { isAsked, settle } = useAskedForProof()
  if (!isAsked) return null
  return (
    <Suspense>
      <ProofDialog onEnd={settle} />
    </Suspense>
  )
}
