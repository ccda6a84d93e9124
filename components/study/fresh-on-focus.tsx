'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Repaint } from '#components/catalogue/repaint.tsx'
import { api } from '#hooks/api.ts'

/** Milliseconds in which a second sign of focus is the same one. */
const sameFocus = 1000

/**
 * Renders the page anew when its tab gets the focus: another device may have marked or written something since. `at`:
 * when the server rendered it, so that new rows are painted.
 */
export function FreshOnFocus({ at }: { at: number }) {
  const router = useRouter()
  useEffect(() => {
    let last = 0
    const ask = () => {
      if (document.visibilityState !== 'visible' || Date.now() - last < sameFocus) return
      last = Date.now()
      // Without a way to the server, the router would leave the page for the browser's own error.
      void api('GET me').then(
        () => router.refresh(),
        () => {},
      )
    }
    window.addEventListener('focus', ask)
    document.addEventListener('visibilitychange', ask)
    return () => {
      window.removeEventListener('focus', ask)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [router])
  return <Repaint when={String(at)} />
}
