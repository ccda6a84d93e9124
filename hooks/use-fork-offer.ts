import { useQuery } from '@tanstack/react-query'
import type { ForkOffer } from '#lib/sharing/answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** Edits of the plan that this one was copied from. */
export function useForkOffer(planId: string, initial: ForkOffer) {
  return useQuery({
    queryKey: queryKeys.planChanges(planId),
    queryFn: ({ signal }) => api<ForkOffer>('GET', `plans/${planId}/changes`, undefined, signal),
    initialData: initial,
  })
}

/** Takes some over and leaves others for good. */
export function useSettleForkChanges(planId: string) {
  return usePlanWrite(
    (decision: { take: string[]; leave: string[] }) =>
      api<{ taken: number }>('POST', `plans/${planId}/changes`, decision),
    { retry: false },
  )
}
