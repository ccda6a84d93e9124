import { useSyncExternalStore } from 'react'
import { listenToProof, proofAsked, settleProof } from './proof.ts'

/** For the dialog: whether a proof is asked for, and what to call when it is given or refused. */
export function useAskedForProof() {
  const asked = useSyncExternalStore(listenToProof, proofAsked, () => null)
  return { isAsked: asked !== null, settle: settleProof }
}
