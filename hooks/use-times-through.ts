import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReadThrough } from '#lib/api/read-throughs.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The viewer's times through a reading, and how far they are in it. */
export function useTimesThrough(readingId: string) {
  return useQuery({
    queryKey: queryKeys.timesThrough(readingId),
    queryFn: ({ signal }) => api('GET read-throughs', { query: { readingId }, signal }),
  })
}

/** What is said of the times through a reading: each can be sent twice. */
export type TimeChange =
  | { kind: 'put'; time: Pick<ReadThrough, 'id' | 'day' | 'minutes'> }
  | { kind: 'remove'; id: string }
  | { kind: 'progress'; at: number; of: number }

/** Notes, corrects or deletes a time through a reading, or says how far the viewer is. */
export function useSetTimesThrough(readingId: string) {
  const client = useQueryClient()
  return useMutation({
    meta: { isSaidByForm: true },
    mutationFn: (change: TimeChange): Promise<unknown> => {
      if (change.kind === 'remove') return api('DELETE read-throughs/[throughId]', { params: { throughId: change.id } })
      if (change.kind === 'progress')
        return api('PUT reading-progress/[readingId]', {
          params: { readingId },
          body: { at: change.at, of: change.of },
        })
      const { id, day, minutes } = change.time
      return api('PUT read-throughs/[throughId]', { params: { throughId: id }, body: { readingId, day, minutes } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.timesThrough(readingId) }),
  })
}
