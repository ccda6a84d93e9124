'use client'

import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'
import { boxSelector, type RowEvents, tellRow } from '#lib/marks/rows.ts'

const Live = lazy(() => import('./live.tsx'))

/**
 * Fetches what makes a static page a person's own: at once for who is signed in, at the first press of a status box for
 * anybody else. Presses before that are kept by the early script, keys here.
 */
export function LiveLoader() {
  const isSignedIn = useHasLocalViewer()
  const [isWanted, setIsWanted] = useState(false)
  const keys = useRef<{ row: Element; detail: RowEvents['loadpath:mark']['detail'] }[] | null>([])

  useEffect(() => {
    const want = () => setIsWanted(true)
    const onClick = ({ target }: MouseEvent) => target instanceof Element && target.closest(boxSelector) && want()
    const onMark = ({ target, detail }: RowEvents['loadpath:mark']) => {
      if (target instanceof Element && keys.current) keys.current.push({ row: target, detail })
      want()
    }
    if (window.loadpathPresses?.length) want()
    document.addEventListener('click', onClick)
    document.addEventListener('loadpath:mark', onMark)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('loadpath:mark', onMark)
    }
  }, [])

  const onReady = useCallback(() => {
    const kept = keys.current ?? []
    keys.current = null
    for (const { row, detail } of kept) tellRow(row, 'loadpath:mark', detail)
  }, [])

  if (!isSignedIn && !isWanted) return null
  return (
    <Suspense>
      <Live onReady={onReady} />
    </Suspense>
  )
}
