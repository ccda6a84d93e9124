import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** How many rows of a kind are new, newer than here, or left as they are. */
export interface RowCount {
  added: number
  changed: number
  kept: number
}

/** What bringing an archive in does, or would do. */
export interface ImportReport {
  counts: Record<'marks' | 'events' | 'notes' | 'versions' | 'opinions' | 'lists', RowCount>
  plans: RowCount & { ofOthers: number }
  unknown: { id: string; title: string; url: string }[]
  isApplied: boolean
}

/** What a ticked checklist does, or would do. */
export interface ChecklistReport {
  lines: number
  added: { id: string; title: string }[]
  already: number
  unknown: { line: number; title: string; url: string | null }[]
  isApplied: boolean
}

/** Brings an archive in; with `apply` false only tells what that would do. */
export function useImportArchive() {
  return useImport<{ archive: unknown }, ImportReport>('archive')
}

/** Marks done what is ticked in a checklist; with `apply` false only tells what that would do. */
export function useImportChecklist() {
  return useImport<{ markdown: string }, ChecklistReport>('checklist')
}

function useImport<Given, Report>(path: string) {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    mutationFn: (body: Given & { apply: boolean }) => api<Report>('POST', path, body),
    onSuccess: (_report, { apply }) => {
      if (!apply) return
      for (const queryKey of [queryKeys.marks, queryKeys.notes, queryKeys.lists, queryKeys.opinions, queryKeys.plans])
        void client.invalidateQueries({ queryKey })
    },
  })
}
