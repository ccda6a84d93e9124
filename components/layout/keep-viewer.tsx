'use client'

import { useEffect } from 'react'
import { expireLocalViewer, keepLocalViewer } from '#hooks/local-viewer.ts'

/** Tells the browser who is signed in, as the server just saw it, so that static pages know without asking. */
export function KeepViewer({ id }: { id: string | null }) {
  useEffect(() => {
    if (id === null) expireLocalViewer()
    else keepLocalViewer(id)
  }, [id])
  return null
}
