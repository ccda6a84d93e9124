'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { queryClient } from '#hooks/query-client.ts'

/**
 * Gives a part that is fetched when it is needed the document's cache of what the server knows. Catalogue pages come
 * without it: who only reads never loads it.
 */
export function withQueries<Props extends object>(Part: ComponentType<Props>): ComponentType<Props> {
  return function WithQueries(props: Props) {
    return (
      <QueryClientProvider client={queryClient()}>
        <Part {...props} />
      </QueryClientProvider>
    )
  }
}
