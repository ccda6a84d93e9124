'use client'

import { useEffect } from 'react'
import { useSetSeenChange } from '#hooks/use-seen-change.ts'

/** Tells the server that the viewer has looked; the page in front of them stays as it is. */
export function KeepSeen({ changeId }: { changeId: string }) {
  const { mutate } = useSetSeenChange()
  useEffect(() => mutate(changeId), [mutate, changeId])
  return null
}
