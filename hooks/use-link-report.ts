import { useMutation } from '@tanstack/react-query'
import { api } from './api.ts'

/** What a person says of a reading's address. */
export interface LinkReport {
  kind: 'dead' | 'moved' | 'paywall'
  url?: string
}

/** Tells the admin of a reading's address. Saying the same twice is saying it once, so a retry is harmless. */
export function useReportLink(readingId: string) {
  return useMutation({
    mutationFn: (report: LinkReport) => api<{ id: string }>('POST', `readings/${readingId}/reports`, report),
  })
}
