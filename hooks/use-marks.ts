import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MarkMap, Status } from '#lib/marks/local.ts'
import { api, ApiError } from './api.ts'
import { expireLocalViewer, keepLocalMarks } from './local-viewer.ts'
import { queryKeys } from './query-keys.ts'

interface MarkAnswer {
  items: { readingId: string; status: Status }[]
}

/**
 * The viewer's marks. While they are known the page is painted with them and they are kept for the next one.
 * `enabled`: whether somebody is signed in here.
 */
export function useMarks(enabled: boolean) {
  const query = useQuery({
    queryKey: queryKeys.marks,
    enabled,
    queryFn: async ({ signal }): Promise<MarkMap> => {
      const { items } = await api<MarkAnswer>('GET', 'marks', undefined, signal)
      return Object.fromEntries(items.map((mark) => [mark.readingId, mark.status]))
    },
  })
  useEffect(() => {
    if (query.data) keepLocalMarks(query.data)
    else if (query.error instanceof ApiError && query.error.status === 401) expireLocalViewer()
  }, [query.data, query.error])
  return query
}

/** What a mark is to become; a null status takes it off. */
export interface MarkChange {
  readingId: string
  status: Status | null
  minutesSpent?: number
}

/**
 * Sets marks: painted at once, taken back when the server refuses. Writes go out one after another, so that the last
 * press wins; they wait while there is no network.
 */
export function useSetMark() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: ['set-mark'],
    scope: { id: 'marks' },
    mutationFn: ({ readingId, status, ...rest }: MarkChange) =>
      status === null ? api('DELETE', `marks/${readingId}`) : api('PUT', `marks/${readingId}`, { status, ...rest }),
    onMutate: async ({ readingId, status }) => {
      await client.cancelQueries({ queryKey: queryKeys.marks })
      const before = client.getQueryData<MarkMap>(queryKeys.marks)?.[readingId] ?? null
      put(readingId, status)
      return { before }
    },
    onError: (_error, { readingId }, context) => put(readingId, context?.before ?? null),
    onSettled: () => {
      if (client.isMutating({ mutationKey: ['set-mark'] }) === 1)
        void client.invalidateQueries({ queryKey: queryKeys.marks })
    },
  })

  function put(readingId: string, status: Status | null): void {
    client.setQueryData<MarkMap>(queryKeys.marks, (marks = {}) => {
      const { [readingId]: _, ...others } = marks
      const next = status === null ? others : { ...others, [readingId]: status }
      keepLocalMarks(next)
      return next
    })
  }
}
