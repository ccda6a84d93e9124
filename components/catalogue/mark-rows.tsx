'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useLayoutEffect } from 'react'
import { recoverLocalViewer, useHasLocalViewer } from '#hooks/local-viewer.ts'
import { useMarks } from '#hooks/use-marks.ts'
import { having } from '#lib/marks/page-data.ts'
import { boxSelector, readingOf, titleOf } from '#lib/marks/rows.ts'
import { type Status, statuses } from '#lib/marks/status.ts'
import { useMarkByHand } from './use-mark-by-hand.ts'

/**
 * Makes every status box of a page work: one listener for all rows and choosers, none a row. A box ticks and unticks
 * `done`; the keys `1` to `4` tell a row of another status by the event `loadpath:mark`.
 */
export function MarkRows() {
  const pathname = usePathname()
  const signedIn = useHasLocalViewer()
  const { mark, current } = useMarkByHand()
  useMarks(signedIn)
  useEffect(() => void recoverLocalViewer(), [])

  useLayoutEffect(() => {
    if (pathname) window.loadpathPaint?.()
  }, [pathname])

  useEffect(() => {
    const toggle = (id: string, value: unknown, title: string | undefined | null) => {
      const status = statuses.find((one) => one === value) ?? null
      mark(id, current(id) === status ? null : status, title ?? 'this reading')
    }
    const toggleRow = (row: Element, value: unknown) => toggle(readingOf(row), value, titleOf(row))
    const press = (target: Element) => {
      const box = target.closest<HTMLElement>(boxSelector)
      const chooser = box?.closest<HTMLElement>(having('markOf'))
      if (chooser) toggle(chooser.dataset.markOf ?? '', box?.dataset.value, chooser.dataset.title)
      else if (box?.parentElement) toggleRow(box.parentElement, 'done')
    }
    // The second press of a double click is no press of its own: done stays done.
    const onClick = (event: MouseEvent) => event.detail < 2 && event.target instanceof Element && press(event.target)
    const onMark = (event: CustomEvent<Status>) =>
      event.target instanceof Element && toggleRow(event.target, event.detail)
    // What was pressed before this listened; from now on nothing is kept.
    const early = window.loadpathPresses
    delete window.loadpathPresses
    early?.forEach(press)
    document.addEventListener('click', onClick)
    document.addEventListener('loadpath:mark', onMark)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('loadpath:mark', onMark)
    }
  }, [mark, current])
  return null
}
