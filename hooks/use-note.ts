import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Note, NoteText } from '#lib/notes/note.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The viewer's note on a reading; version 0 where there is none. Asked again when the tab gets the focus. */
export function useNote(readingId: string) {
  return useQuery({
    queryKey: queryKeys.note(readingId),
    refetchOnWindowFocus: 'always',
    queryFn: ({ signal }): Promise<Note> =>
      api('GET notes/[readingId]', { params: { readingId }, query: { orBlank: '1' }, signal }),
  })
}

/**
 * Saves a note on the version that it was written on. Tried once, at once, network or not: the editor knows when to
 * try again.
 */
export function useSetNote(readingId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NoteText & { version: number }) => api('PUT notes/[readingId]', { params: { readingId }, body }),
    retry: false,
    meta: { isSaidByForm: true },
    networkMode: 'always',
    onMutate: () => client.cancelQueries({ queryKey: queryKeys.note(readingId) }),
    onSuccess: (note) => {
      client.setQueryData(queryKeys.note(readingId), note)
      void client.invalidateQueries({ queryKey: queryKeys.notes, exact: true })
    },
  })
}

/** The saved note as safe HTML, made by the server. `version` 0: there is none. */
export function useNoteHtml(readingId: string, version: number) {
  return useQuery({
    queryKey: queryKeys.noteHtml(readingId, version),
    enabled: version > 0,
    queryFn: async ({ signal }) => (await api('GET notes/[readingId]', { params: { readingId }, signal })).html,
  })
}

/** The saved versions of a note, the newest first; asked anew for each `version` of the note. */
export function useNoteVersions(readingId: string, version: number) {
  return useQuery({
    queryKey: queryKeys.noteVersions(readingId, version),
    queryFn: async ({ signal }) =>
      (await api('GET notes/[readingId]/versions', { params: { readingId }, signal })).items,
  })
}

/** The text of one saved version. */
export function useNoteVersion(readingId: string, version: number | null) {
  return useQuery({
    queryKey: queryKeys.noteVersion(readingId, version ?? 0),
    staleTime: Infinity,
    queryFn:
      version === null
        ? skipToken
        : ({ signal }) => api('GET notes/[readingId]/versions/[version]', { params: { readingId, version }, signal }),
  })
}
