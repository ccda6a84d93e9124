import { useMutation } from '@tanstack/react-query'
import type { LinkReport } from '#lib/api/catalogue.ts'
import { api } from './api.ts'

/** Tells the admin of a reading's address. Saying the same twice is saying it once, so a retry is harmless. */
export function useReportLink(readingId: string) {
  return useMutation({
    meta: { isSaidByForm: true },
    mutationFn: (report: LinkReport) => api('POST readings/[id]/reports', { params: { id: readingId }, body: report }),
  })
}
