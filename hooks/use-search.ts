import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { facetKeys, type Vocabulary } from '#lib/search/vocabulary.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The names that the catalogue knows, for completing what is typed; asked for once, when `enabled`. */
export function useVocabulary(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.vocabulary,
    enabled,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Vocabulary> => {
      const { facets } = await api('GET readings', { query: { limit: 0 }, signal })
      const entries = facetKeys.map((key) => [key, (facets[key] ?? []).map(({ id, name }) => ({ id, name }))])
      return Object.fromEntries(entries) as Vocabulary
    },
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
