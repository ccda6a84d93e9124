import { useQuery } from '@tanstack/react-query'
import type { ForkOffer } from '#lib/api/sharing-answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** Edits of the plan that this one was copied from. */
export function useForkOffer(planId: string, initial: ForkOffer) {
  return useQuery({
    queryKey: queryKeys.planChanges(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/changes', { params: { planId }, signal }),
    initialData: initial,
  })
}

/** Takes some over and leaves others for good. */
export function useSettleForkChanges(planId: string) {
  return usePlanWrite(
    (body: { take: string[]; leave: string[] }) => api('POST plans/[planId]/changes', { params: { planId }, body }),
    { retry: false },
  )
}
