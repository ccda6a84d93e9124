import { useMutation } from '@tanstack/react-query'
import type { EstimateInput } from '#lib/api/estimates.ts'
import { api } from './api.ts'

/** Sends a range for a figure; the answer has the truth. */
export function useSetEstimate() {
  return useMutation({
    mutationKey: ['estimate'],
    mutationFn: ({ id, body }: { id: string; body: EstimateInput }) =>
      api('PUT estimates/[estimateId]', { params: { estimateId: id }, body }),
  })
}
