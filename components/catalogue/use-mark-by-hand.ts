import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { hasLocalViewer } from '#hooks/local-viewer.ts'
import { markNow, useSetMark } from '#hooks/use-marks.ts'
import { type Status, statusWords } from '#lib/marks/status.ts'

/**
 * Marks one reading when a person presses for it, on any page. The toast that follows undoes it, makes it another
 * status, and takes the minutes of a done one. People who are not signed in are asked to sign in. `current` tells how a
 * reading is marked now.
 */
export function useMarkByHand() {
  const client = useQueryClient()
  const { mutate } = useSetMark()
  const current = useCallback((readingId: string) => markNow(client, readingId).status, [client])
  const mark = useCallback(
    function mark(readingId: string, status: Status | null, title: string): void {
      if (!hasLocalViewer()) return askToSignIn()
      const before = markNow(client, readingId)
      mutate({ readingId, status })
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
                run: (minutesSpent) => mutate({ readingId, status: 'done', minutesSpent }),
              }
            : undefined,
        actions: [
          { label: 'Undo', run: () => mutate(before) },
          ...(status === 'done'
            ? others.map((other) => ({ label: statusWords[other], run: () => mark(readingId, other, title) }))
            : []),
        ],
      })
    },
    [client, mutate],
  )
  return { mark, current }
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
