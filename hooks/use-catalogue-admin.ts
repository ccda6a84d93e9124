import { useMutation } from '@tanstack/react-query'
import type { ChangeKind } from '#lib/catalogue/catalogue-change.ts'
import type { ImportPreview } from '#lib/catalogue/import-preview.ts'
import { api } from './api.ts'

/** A list to import, and what was decided of it. */
export interface ImportGiven {
  name: string
  markdown: string
  /** Which list it is an edition of: null for the catalogue's own; undefined leaves that to be found out. */
  list?: string | null | undefined
  decisions: Record<string, string | null>
  goneSections: string[]
}

/** What is left out, and the revision that was looked at. */
export interface ImportTaken extends ImportGiven {
  revision: number
  skip: string[]
  without: ChangeKind[]
}

/** Works out what a list would change. */
export function usePreviewImport() {
  return useMutation({
    retry: false,
    mutationFn: (given: ImportGiven) => api<ImportPreview>('POST', 'catalogue-imports/preview', given),
  })
}

/** Imports a list. Not tried again by itself: the second try would meet another revision. */
export function useImportList() {
  return useMutation({
    retry: false,
    mutationFn: (taken: ImportTaken) =>
      api<{ changeId: string | null; changes: number }>('POST', 'catalogue-imports', taken),
  })
}

/** Takes a batch of changes back. */
export function useUndoChange() {
  return useMutation({
    retry: false,
    mutationFn: (changeId: string) =>
      api<{ undone: number; stayed: number }>('PUT', `catalogue-changes/${changeId}`, { undone: true }),
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
      if (given.step === 'address') return api('PUT', `readings/${given.readingId}/address`, { url: given.url })
      if (given.step === 'finding') return api('PUT', `readings/${given.readingId}/link`, { finding: given.finding })
      const { state, url } = given
      return api('PUT', `link-reports/${given.reportId}`, url === undefined ? { state } : { state, url })
    },
  })
}
