import { type QueryClient, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { MarkMap, Status } from '#lib/marks/status.ts'
import type { Mark } from '#lib/api/marks.ts'
import { api, ApiError } from './api.ts'
import { expireLocalViewer, keepLocalMarks, localMarks } from './local-viewer.ts'
import { pressTime } from './press-time.ts'
import { queryKeys } from './query-keys.ts'
import { sendMark } from './send-press.ts'
import { forgetPress, keepPress, withWaiting } from './waiting-presses.ts'

/** Marks with what is known beside the status, by reading. */
type MarkDetails = Record<string, Mark>

/**
 * The viewer's marks. While they are known the page is painted with them and they are kept for the next one.
 * `enabled`: whether somebody is signed in here.
 */
export function useMarks(enabled: boolean) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: queryKeys.marks,
    enabled,
    // A phone may have marked something since, however short the tab was left.
    refetchOnWindowFocus: 'always',
    queryFn: async ({ signal }): Promise<MarkMap> => {
      const { items } = await api('GET marks', { signal })
      client.setQueryData<MarkDetails>(
        queryKeys.markDetails,
        Object.fromEntries(items.map((mark) => [mark.readingId, mark])),
      )
      return withWaiting(Object.fromEntries(items.map((mark) => [mark.readingId, mark.status])))
    },
  })
  useEffect(() => {
    if (query.data) keepLocalMarks(query.data)
    else if (query.error instanceof ApiError && query.error.status === 401) expireLocalViewer()
  }, [query.data, query.error])
  return query
}

/** The viewer's mark of one reading with its minutes, once the server has told; null for none. */
export function useMark(readingId: string): Mark | null {
  const { data } = useQuery<MarkDetails>({ queryKey: queryKeys.markDetails, queryFn: skipToken, staleTime: Infinity })
  return data?.[readingId] ?? null
}

/** What a mark is to become; a null status takes it off. */
export interface MarkChange {
  readingId: string
  status: Status | null
  minutesSpent?: number | null
  /** For what is put back as it was: since when it had been so. Milliseconds, UTC. */
  since?: number
}

/** What puts a reading's mark back to what it is now, minutes and day included. */
export function markNow(client: QueryClient, readingId: string): MarkChange {
  const marks = client.getQueryData<MarkMap>(queryKeys.marks) ?? localMarks()
  const status = marks[readingId] ?? null
  const detail = client.getQueryData<MarkDetails>(queryKeys.markDetails)?.[readingId]
  if (status === null || detail?.status !== status) return { readingId, status }
  return { readingId, status, minutesSpent: detail.minutesSpent, since: detail.updatedAt }
}

/** A change with the time of its press, and where it is kept until the server has answered. */
type MarkPress = MarkChange & { at: number; kept: string | null }

/**
 * Sets marks: painted at once, taken back when the server refuses. Each carries the time at
 * which it was pressed, so that the last press wins; they wait while there is no network, however long, and outlive the
 * page.
 */
export function useSetMark() {
  const client = useQueryClient()
  const mutation = useMutation({
    mutationKey: ['set-mark'],
    scope: { id: 'marks' },
    mutationFn: ({ kept: _, ...press }: MarkPress) => sendMark(press),
    onMutate: async ({ readingId, status }) => {
      const before = markNow(client, readingId).status
      put(readingId, status)
      await client.cancelQueries({ queryKey: queryKeys.marks })
      return { before }
    },
    onSuccess: (mark, { readingId }) => {
      client.setQueryData<MarkDetails>(queryKeys.markDetails, ({ [readingId]: _, ...others } = {}) =>
        mark === null ? others : { ...others, [readingId]: mark },
      )
    },
    onError: (_error, { readingId }, context) => put(readingId, context?.before ?? null),
    onSettled: (_mark, _error, { kept }) => {
      forgetPress(kept)
      if (client.isMutating({ mutationKey: ['set-mark'] }) === 1)
        for (const queryKey of [queryKeys.marks, queryKeys.today, queryKeys.plans])
          void client.invalidateQueries({ queryKey })
    },
  })
  const { mutate: send } = mutation
  const mutate = useCallback(
    (change: MarkChange) => {
      const mark = { ...change, at: pressTime() }
      send({ ...mark, kept: keepPress({ mark }) })
    },
    [send],
  )
  return { ...mutation, mutate }

  function put(readingId: string, status: Status | null): void {
    const { [readingId]: _, ...others } = client.getQueryData<MarkMap>(queryKeys.marks) ?? localMarks()
    const next = status === null ? others : { ...others, [readingId]: status }
    client.setQueryData(queryKeys.marks, next)
    keepLocalMarks(next)
  }
}
