import { focusManager, MutationCache, QueryClient } from '@tanstack/react-query'
import { isWorthRetrying, isWorthWaiting } from './api.ts'
import { tellRefused } from './refused-writes.ts'

declare module '@tanstack/react-query' {
  interface Register {
    /** `isSaidByForm`: the part that writes shows itself what the server refused; no toast comes up beside it. */
    mutationMeta: { isSaidByForm?: boolean }
  }
}

// A window that lies beside another is never hidden: it has to ask when it gets the focus as well.
if (typeof window !== 'undefined')
  focusManager.setEventListener((onFocus) => {
    const ask = () => onFocus()
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('focus', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('focus', ask)
    }
  })

let known: QueryClient | undefined

/** The browser's cache of what the server knows: one a document, and on the server one a page. */
export function queryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient()
  known ??= createQueryClient()
  return known
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      // A caller with words that fit better shows a toast of its own afterwards, in place of this one.
      onError: (error, _input, _context, mutation) => {
        if (!mutation.meta?.isSaidByForm) tellRefused(error)
      },
    }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: isWorthRetrying, refetchOnWindowFocus: true },
      mutations: { retry: isWorthWaiting, retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000) },
    },
  })
}
