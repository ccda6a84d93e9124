import { QueryClient } from '@tanstack/react-query'
import { isWorthRetrying } from './api.ts'

/** The browser's cache of what the server knows. One a document. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: isWorthRetrying, refetchOnWindowFocus: true },
      mutations: { retry: isWorthRetrying, retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000) },
    },
  })
}
