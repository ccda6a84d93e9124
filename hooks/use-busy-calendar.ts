import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Sent } from '#lib/api/endpoints.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** Gives a calendar of other things, whose events make study days shorter; null forgets it. */
export function useSetBusyCalendar() {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: (body: Sent<'PUT busy-calendar'>['body'] | null) =>
      body === null ? api('DELETE busy-calendar') : api('PUT busy-calendar', { body }),
    onSuccess: () =>
      Promise.all([queryKeys.plans, queryKeys.today].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
