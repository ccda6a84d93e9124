import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Quote } from '#lib/api/quotes.ts'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

/** The viewer's quotes from a reading, the oldest first. */
export function useQuotes(readingId: string) {
  return useQuery({
    queryKey: queryKeys.quotes(readingId),
    refetchOnWindowFocus: 'always',
    queryFn: async ({ signal }) => (await api('GET quotes', { query: { readingId }, signal })).items,
  })
}

/** What is done with a quote: null words delete it. */
export interface QuoteChange {
  id: string
  text: string | null
}

/** Keeps, changes or deletes a quote. Sending the same twice is sending it once. */
export function useSetQuote(readingId: string) {
  const client = useQueryClient()
  const queryKey = queryKeys.quotes(readingId)
  return useMutation({
    mutationFn: ({ id, text }: QuoteChange): Promise<Quote | null> =>
      text === null
        ? api('DELETE quotes/[quoteId]', { params: { quoteId: id } })
        : api('PUT quotes/[quoteId]', { params: { quoteId: id }, body: { readingId, text } }),
    onSuccess: (quote, { id }) =>
      client.setQueryData<Quote[]>(queryKey, (all = []) => {
        if (!quote) return all.filter((one) => one.id !== id)
        return all.some((one) => one.id === id) ? all.map((one) => (one.id === id ? quote : one)) : [...all, quote]
      }),
  })
}
