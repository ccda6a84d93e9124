import { useMutation } from '@tanstack/react-query'
import type { ImportGiven, ImportTaken } from '#lib/api/catalogue.ts'
import { api } from './api.ts'

/** Works out what a list would change. */
export function usePreviewImport() {
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: (given: ImportGiven) => api('POST catalogue-imports/preview', { body: given }),
  })
}

/** Imports a list. Not tried again by itself: the second try would meet another revision. */
export function useImportList() {
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: (taken: ImportTaken) => api('POST catalogue-imports', { body: taken }),
  })
}

/** Takes a batch of changes back. */
export function useUndoChange() {
  return useMutation({
    retry: false,
    mutationFn: (changeId: string) =>
      api('PUT catalogue-changes/[changeId]', { params: { changeId }, body: { undone: true } }),
  })
}

/** A step of the admin over links: each sets a value, so a retry is harmless. */
export type LinkStep =
  | { step: 'decide'; reportId: string; state: 'accepted' | 'declined'; url?: string }
  | { step: 'address'; readingId: string; url: string }
  | { step: 'finding'; readingId: string; finding: 'alive' | 'dead' | 'paywall' }

/** Decides reports, sets addresses, and says what was found out of links. */
export function useLinkStep() {
  return useMutation({
    mutationFn: (given: LinkStep) => {
      switch (given.step) {
        case 'address':
          return api('PUT readings/[id]/address', { params: { id: given.readingId }, body: { url: given.url } })
        case 'finding':
          return api('PUT readings/[id]/link', { params: { id: given.readingId }, body: { finding: given.finding } })
        case 'decide': {
          const { reportId, state, url } = given
          return api('PUT link-reports/[reportId]', { params: { reportId }, body: { state, url } })
        }
      }
    },
  })
}
