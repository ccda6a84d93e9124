import { useQuery } from '@tanstack/react-query'
import type { CommentItem } from '#lib/api/sharing-answers.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { usePlanWrite } from './use-plans.ts'

/** Comments on one item of a plan. */
export function useComments(planId: string, itemId: string, initial: CommentItem[]) {
  return useQuery({
    queryKey: queryKeys.planComments(planId, itemId),
    queryFn: ({ signal }) =>
      api('GET plans/[planId]/comments', { params: { planId }, query: { item: itemId }, signal }),
    initialData: { items: initial },
    select: ({ items }) => items,
  })
}

/** Writes a comment; `id` is made before the first try, so that a second one writes it once. */
export function useCreateComment(planId: string) {
  return usePlanWrite(
    (body: { id: string; itemId: string; markdown: string }) =>
      api('POST plans/[planId]/comments', { params: { planId }, body }),
    { refetch: 'first' },
  )
}

/** Changes the words of one's own comment. */
export function useSetComment(planId: string) {
  return usePlanWrite(
    ({ id: commentId, markdown }: { id: string; markdown: string }) =>
      api('PUT plans/[planId]/comments/[commentId]', { params: { planId, commentId }, body: { markdown } }),
    { refetch: 'first' },
  )
}

/** Takes a comment away. */
export function useRemoveComment(planId: string) {
  return usePlanWrite((commentId: string) =>
    api('DELETE plans/[planId]/comments/[commentId]', { params: { planId, commentId } }),
  )
}
