'use client'

import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useEffect, useLayoutEffect } from 'react'
import { sayRefused } from '#components/ui/say-refused.ts'
import { showToast } from '#components/ui/toaster.tsx'
import { hasLocalViewer, recoverLocalViewer, useHasLocalViewer } from '#hooks/local-viewer.ts'
import { markNow, useMarks, useSetMark } from '#hooks/use-marks.ts'
import { type Status, statuses, statusWords } from '#lib/marks/local.ts'

/**
 * Makes every status box of a page work: one listener for all rows and choosers, none a row. A box ticks and unticks
 * `done`; the toast that follows undoes it or makes it another status.
 */
export function MarkRows() {
  const pathname = usePathname()
  const signedIn = useHasLocalViewer()
  const client = useQueryClient()
  const setMark = useSetMark(sayRefused)
  useMarks(signedIn)
  useEffect(() => void recoverLocalViewer(), [])

  useLayoutEffect(() => {
    if (pathname) window.loadpathPaint?.()
  }, [pathname])

  useEffect(() => {
    const current = (id: string) => markNow(client, id).status
    const change = (readingId: string, status: Status | null, title: string) => {
      if (!hasLocalViewer()) return askToSignIn()
      const before = markNow(client, readingId)
      setMark.mutate({ readingId, status })
      const others = (['queued', 'reading', 'skipped'] as const).filter(
        (other) => other !== status && other !== before.status,
      )
      showToast({
        text: `${status === null ? 'Not marked' : statusWords[status]}: ${title}`,
        field:
          status === 'done'
            ? {
                label: 'It took',
                unit: 'min',
                run: (minutesSpent) => setMark.mutate({ readingId, status: 'done', minutesSpent }),
              }
            : undefined,
        actions: [
          { label: 'Undo', run: () => setMark.mutate(before) },
          ...(status === 'done'
            ? others.map((other) => ({ label: statusWords[other], run: () => change(readingId, other, title) }))
            : []),
        ],
      })
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const choice = target?.closest<HTMLElement>('[data-mark-of] [data-value]')
      const chooser = choice?.closest<HTMLElement>('[data-mark-of]')
      if (choice && chooser) {
        const id = chooser.dataset.markOf ?? ''
        const value = statuses.find((status) => status === choice.dataset.value) ?? null
        change(id, current(id) === value ? null : value, chooser.dataset.title ?? 'this reading')
        return
      }
      const box = target?.closest('.rows > li > button')
      const link = box?.parentElement?.querySelector('a')
      if (!link) return
      const id = link.pathname.slice('/readings/'.length)
      change(id, current(id) === 'done' ? null : 'done', link.textContent ?? '')
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [client, setMark])
  return null
}

function askToSignIn(): void {
  const here = encodeURIComponent(location.pathname + location.search)
  showToast({
    text: 'Marks are kept in your account.',
    actions: [
      { label: 'Sign in', href: `/sign-in?to=${here}` },
      { label: 'Sign up', href: `/sign-up?to=${here}` },
    ],
  })
}
