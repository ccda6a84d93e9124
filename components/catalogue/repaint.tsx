'use client'

import { useLayoutEffect } from 'react'

/** Paints the viewer's marks again when a list was put into the page after it had loaded; `when` names the list. */
export function Repaint({ when }: { when: string }) {
  useLayoutEffect(() => {
    if (when !== '') window.loadpathPaint?.()
  }, [when])
  return null
}
