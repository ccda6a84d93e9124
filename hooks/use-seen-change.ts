import { useMutation } from '@tanstack/react-query'
import { api } from './api.ts'

/** Remembers up to which change of the catalogue the viewer has looked. */
export function useSetSeenChange() {
  return useMutation({ mutationFn: (changeId: string) => api('PUT me/seen-change', { body: { changeId } }) })
}
