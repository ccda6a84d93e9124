import { useQuery } from '@tanstack/react-query'
import type { PlanNotes } from '#lib/api/sharing-answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** Notes that are shared with a plan, and which of the viewer's own could be. */
export function usePlanNotes(planId: string, initial: PlanNotes) {
  return useQuery({
    queryKey: queryKeys.planNotes(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/notes', { params: { planId }, signal }),
    initialData: initial,
  })
}

/** Shares the viewer's note on a reading with the plan, or takes it back. */
export function useSetNoteShare(planId: string) {
  return usePlanWrite(
    ({ readingId, shared }: { readingId: string; shared: boolean }) =>
      shared
        ? api('PUT plans/[planId]/notes/[readingId]', { params: { planId, readingId } })
        : api('DELETE plans/[planId]/notes/[readingId]', { params: { planId, readingId } }),
    { refetch: 'first' },
  )
}
