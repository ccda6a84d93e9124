import { useInfiniteQuery } from '@tanstack/react-query'
import type { ActivityAnswer } from '#lib/api/sharing-answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** What happened on a plan, page by page, the newest first. */
export function useActivity(planId: string, initial: ActivityAnswer) {
  return useInfiniteQuery({
    queryKey: queryKeys.planActivity(planId),
    queryFn: ({ pageParam, signal }) =>
      api('GET plans/[planId]/activity', { params: { planId }, query: { cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: { pages: [initial], pageParams: [null] },
  })
}

/** Makes or renews the secret address of the plan's activity, which comes back once; or revokes it. */
export function useSetActivityFeed(planId: string) {
  return usePlanWrite(
    (wanted: boolean) =>
      wanted
        ? api('POST plans/[planId]/feed', { params: { planId } })
        : api('DELETE plans/[planId]/feed', { params: { planId } }),
    { retry: false },
  )
}
