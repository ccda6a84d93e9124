import { useQuery } from '@tanstack/react-query'
import type { GivenRole } from '#lib/permissions.ts'
import type { GroupWeek, MemberItem } from '#lib/api/sharing-answers.ts'
import type { SeenMember, Shows } from '#lib/sharing/visibility.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** The people on a plan. */
export function useMembers(planId: string, initial: MemberItem[]) {
  return useQuery({
    queryKey: queryKeys.planMembers(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/members', { params: { planId }, signal }),
    initialData: { items: initial },
    select: ({ items }) => items,
  })
}

/** What they did, as far as each lets it be seen. */
export function useProgress(planId: string, initial: SeenMember[]) {
  return useQuery({
    queryKey: queryKeys.planProgress(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/progress', { params: { planId }, signal }),
    initialData: { items: initial },
    select: ({ items }) => items,
  })
}

/** What each of them has on this week. */
export function useGroupWeek(planId: string, initial: GroupWeek) {
  return useQuery({
    queryKey: queryKeys.planWeek(planId),
    queryFn: ({ signal }) => api('GET plans/[planId]/week', { params: { planId }, signal }),
    initialData: initial,
  })
}

/** People of this server whom the owner can invite and whose name holds `q`. */
export function usePeopleToInvite(planId: string, q: string) {
  return useQuery({
    queryKey: [...queryKeys.planMembers(planId), 'to-invite', q],
    queryFn: ({ signal }) => api('GET plans/[planId]/people', { params: { planId }, query: { q }, signal }),
    select: ({ items }) => items,
    placeholderData: (before) => before,
  })
}

/** Invites somebody. */
export function useInvite(planId: string) {
  return usePlanWrite(
    (body: { userId: string; role: GivenRole }) => api('POST plans/[planId]/members', { params: { planId }, body }),
    {
      retry: false,
    },
  )
}

/** Gives somebody a role. */
export function useSetRole(planId: string) {
  return usePlanWrite(
    ({ userId, role }: { userId: string; role: GivenRole }) =>
      api('PATCH plans/[planId]/members/[userId]', { params: { planId, userId }, body: { role } }),
    { retry: false, refetch: 'first' },
  )
}

/** Says what the others see of the viewer. */
export function useSetShows(planId: string, userId: string) {
  return usePlanWrite(
    (shows: Shows) => api('PATCH plans/[planId]/members/[userId]', { params: { planId, userId }, body: { shows } }),
    {
      retry: false,
      refetch: 'first',
    },
  )
}

/** Takes somebody off the plan. */
export function useRemoveMember(planId: string) {
  return usePlanWrite(
    ({ userId, revokeLinks = false }: { userId: string; revokeLinks?: boolean }) =>
      api('DELETE plans/[planId]/members/[userId]', {
        params: { planId, userId },
        query: { revokeLinks: revokeLinks ? 'true' : 'false' },
      }),
    { retry: false },
  )
}

/** Takes the viewer off the plan, or declines an invitation to it. */
export function useLeavePlan(planId: string, userId: string) {
  return usePlanWrite(() => api('DELETE plans/[planId]/members/[userId]', { params: { planId, userId } }), {
    retry: false,
    refetch: 'never',
  })
}

/** Hands the plan over; the page is another one afterwards. */
export function useSetOwner(planId: string) {
  return usePlanWrite((userId: string) => api('PUT plans/[planId]/owner', { params: { planId }, body: { userId } }), {
    retry: false,
    refetch: 'never',
  })
}
