'use client'

import { useQueryClient } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useEffect, useLayoutEffect } from 'react'
import { hideToast, showToast } from '#components/ui/toaster.tsx'
import { hasLocalViewer, recoverLocalViewer, useHasLocalViewer } from '#hooks/local-viewer.ts'
import { queryKeys } from '#hooks/query-keys.ts'
import { useMarks, useSetMark } from '#hooks/use-marks.ts'
import { type MarkMap, type Status, statuses } from '#lib/marks/local.ts'

const words: Record<Status, string> = { queued: 'Queued', reading: 'Reading', done: 'Done', skipped: 'Skipped' }

/**
 * Makes every status box of a page work: one listener for all rows and choosers, none a row. A box ticks and unticks
 * `done`; the toast that follows undoes it or makes it another status.
 */
export function MarkRows() {
  const pathname = usePathname()
  const signedIn = useHasLocalViewer()
  const client = useQueryClient()
  const setMark = useSetMark()
  useMarks(signedIn)
  useEffect(() => void recoverLocalViewer(), [])

  useLayoutEffect(() => {
    if (pathname) window.loadpathPaint?.()
  }, [pathname])

  useEffect(() => {
    const current = (id: string) => client.getQueryData<MarkMap>(queryKeys.marks)?.[id] ?? localStatus(id)
    const change = (readingId: string, status: Status | null, title: string) => {
      if (!hasLocalViewer()) return askToSignIn()
      const before = current(readingId)
      setMark.mutate(
        { readingId, status },
        { onError: (error) => showToast({ text: `Not saved: ${error.message}`, tone: 'error' }) },
      )
      const others = (['queued', 'reading', 'skipped'] as const).filter((other) => other !== status && other !== before)
      showToast({
        text: `${status === null ? 'Not marked' : words[status]}: ${title}`,
        actions: [
          { label: 'Undo', run: () => setMark.mutate({ readingId, status: before }, { onSuccess: hideToast }) },
          ...(status === 'done'
            ? others.map((other) => ({ label: words[other], run: () => change(readingId, other, title) }))
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

/** Before the server has answered, what the page was painted with is what the viewer sees. */
function localStatus(id: string): Status | null {
  const painted = document.querySelector<HTMLElement>(
    `.rows > li[data-status]:has(a[href="/readings/${id}"]), [data-mark-of="${id}"][data-status]`,
  )?.dataset.status
  return statuses.find((status) => status === painted) ?? null
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
