import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Archive } from '#lib/api/archive-file.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** Brings an archive in; with `apply` false only tells what that would do. The file is read on the server. */
export function useImportArchive() {
  return useImport(({ archive, apply }: { archive: unknown; apply: boolean }) =>
    api('POST archive', { body: { archive: archive as Archive, apply } }),
  )
}

/** Marks done what is ticked in a checklist; with `apply` false only tells what that would do. */
export function useImportChecklist() {
  return useImport((body: { markdown: string; apply: boolean }) => api('POST checklist', { body }))
}

function useImport<Given extends { apply: boolean }, Report>(run: (given: Given) => Promise<Report>) {
  const client = useQueryClient()
  return useMutation({
    retry: false,
    meta: { isSaidByForm: true },
    mutationFn: run,
    onSuccess: (_report, { apply }) => {
      if (!apply) return
      for (const queryKey of [queryKeys.marks, queryKeys.notes, queryKeys.lists, queryKeys.opinions, queryKeys.plans])
        void client.invalidateQueries({ queryKey })
    },
  })
}
