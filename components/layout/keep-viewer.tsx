'use client'

import { useEffect } from 'react'
import { expireLocalViewer, keepAsksOnReturn, keepLocalViewer } from '#hooks/local-viewer.ts'

/** Tells the browser who is signed in, as the server just saw it, so that static pages know without asking. */
export function KeepViewer({ id, asksOnReturn }: { id: string | null; asksOnReturn: boolean }) {
  useEffect(() => {
    if (id === null) return expireLocalViewer()
    keepLocalViewer(id)
    keepAsksOnReturn(asksOnReturn)
  }, [id, asksOnReturn])
  return null
}
