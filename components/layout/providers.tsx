'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MarkRows } from '#components/catalogue/mark-rows.tsx'
import { Keyboard } from '#components/keyboard/keyboard.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { createQueryClient } from '#hooks/query-client.ts'

/** What the browser's half of every page needs: the cache, the delegate of all status boxes, keys, and toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      {children}
      <MarkRows />
      <Keyboard />
      <Toaster />
    </QueryClientProvider>
  )
}
