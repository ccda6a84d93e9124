import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'
import { fetchNames } from './use-names.ts'

/** The names that the catalogue knows, for completing what is typed; asked for once, when `enabled`. */
export function useVocabulary(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.vocabulary,
    enabled,
    staleTime: Infinity,
    queryFn: ({ signal }) => fetchNames(signal),
  })
}

/** The readings that best fit `q`, at most `limit`; the ones before stay while new ones are fetched. */
export function useReadings(q: string, limit: number) {
  return useQuery({
    queryKey: queryKeys.readings(q, limit),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api('GET readings', { query: { q, limit }, signal }),
  })
}
