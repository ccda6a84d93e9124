import { useQuery } from '@tanstack/react-query'
import type { PlanLinks } from '#lib/api/sharing-answers.ts'
import type { NewLinkInput } from '#lib/api/sharing.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** How a plan is shared. */
export function useLinks(planId: string, initial: PlanLinks) {
  return useQuery({
    queryKey: queryKeys.planLinks(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/links', { params: { planId }, signal }),
    initialData: initial,
  })
}

/** Makes a link; its address comes back once. */
export function useCreateLink(planId: string) {
  return usePlanWrite((body: NewLinkInput) => api('POST plans/[planId]/links', { params: { planId }, body }), {
    retry: false,
  })
}

/** Revokes a link. */
export function useRemoveLink(planId: string) {
  return usePlanWrite((linkId: string) => api('DELETE plans/[planId]/links/[linkId]', { params: { planId, linkId } }))
}

/** Makes the plan's page public with the role that joining gives, or private with null. */
export function useSetPublicPage(planId: string) {
  return usePlanWrite(
    (role: 'member' | 'guest' | null) =>
      role === null
        ? api('DELETE plans/[planId]/public', { params: { planId } })
        : api('PUT plans/[planId]/public', { params: { planId }, body: { role } }),
    { refetch: 'first' },
  )
}
