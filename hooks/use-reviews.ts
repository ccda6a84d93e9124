import { useMutation } from '@tanstack/react-query'
import type { ReviewInput } from '#lib/api/reviews.ts'
import { api } from './api.ts'

/** What is being sent, by the review's id: an undo goes after it. */
const sending = new Map<string, Promise<unknown>>()
/** What was taken back: a review that is tried again once there is a network does not come after its undo. */
const undone = new Set<string>()

/**
 * Keeps a review, or takes it back (null); again while there is no network. Reviews do not wait for one another: what was
 * sent arrives even where the page is left, and the server puts them in order.
 */
export function useSetReview() {
  const { mutate } = useMutation({
    mutationKey: ['review'],
    mutationFn: async ({ id, review }: { id: string; review: ReviewInput | null }) => {
      const params = { reviewId: id }
      if (review === null) undone.add(id)
      else if (undone.has(id)) return
      await sending.get(id)?.catch(() => undefined)
      const sent =
        review === null
          ? api('DELETE reviews/[reviewId]', { params })
          : api('PUT reviews/[reviewId]', { params, body: review })
      sending.set(id, sent)
      await sent.finally(() => sending.delete(id))
    },
  })
  return mutate
}
