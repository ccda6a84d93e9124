import { useMutation } from '@tanstack/react-query'
import type { ReviewInput } from '#lib/api/reviews.ts'
import { api } from './api.ts'

/** Keeps a review, or takes it back (null): in the order in which they were made, and again while there is no network. */
export function useSetReview() {
  const { mutate } = useMutation({
    mutationKey: ['review'],
    scope: { id: 'reviews' },
    mutationFn: async ({ id, review }: { id: string; review: ReviewInput | null }) => {
      const params = { reviewId: id }
      if (review === null) await api('DELETE reviews/[reviewId]', { params })
      else await api('PUT reviews/[reviewId]', { params, body: review })
    },
  })
  return mutate
}
