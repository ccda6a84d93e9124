import { useQuery } from '@tanstack/react-query'
import type { PlanNotes } from '#lib/sharing/answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** Notes that are shared with a plan, and which of the viewer's own could be. */
export function usePlanNotes(planId: string, initial: PlanNotes) {
  return useQuery({
    queryKey: queryKeys.planNotes(planId),
    queryFn: ({ signal }) => api<PlanNotes>('GET', `plans/${planId}/notes`, undefined, signal),
    initialData: initial,
  })
}

/** Shares the viewer's note on a reading with the plan, or takes it back. */
export function useSetNoteShare(planId: string) {
  return usePlanWrite(
    ({ readingId, shared }: { readingId: string; shared: boolean }) =>
      api(shared ? 'PUT' : 'DELETE', `plans/${planId}/notes/${readingId}`),
    { refetch: 'first' },
  )
}
