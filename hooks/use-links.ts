import { useQuery } from '@tanstack/react-query'
import type { GivenRole, PlanLinks } from '#lib/sharing/answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** How a plan is shared. */
export function useLinks(planId: string, initial: PlanLinks) {
  return useQuery({
    queryKey: queryKeys.planLinks(planId),
    queryFn: ({ signal }) => api<PlanLinks>('GET', `plans/${planId}/links`, undefined, signal),
    initialData: initial,
  })
}

/** What a new link gives: until when in milliseconds, UTC; null for no limit. */
export interface NewLinkInput {
  role: GivenRole
  expiresAt: number | null
  maxUses: number | null
}

/** Makes a link; its address comes back once. */
export function useCreateLink(planId: string) {
  return usePlanWrite(
    (input: NewLinkInput) => api<{ id: string; url: string }>('POST', `plans/${planId}/links`, input),
    {
      retry: false,
    },
  )
}

/** Revokes a link. */
export function useRemoveLink(planId: string) {
  return usePlanWrite((linkId: string) => api('DELETE', `plans/${planId}/links/${linkId}`))
}

/** Makes the plan's page public with the role that joining gives, or private with null. */
export function useSetPublicPage(planId: string) {
  return usePlanWrite(
    (role: 'member' | 'guest' | null) =>
      role === null ? api('DELETE', `plans/${planId}/public`) : api('PUT', `plans/${planId}/public`, { role }),
    { refetch: 'first' },
  )
}
