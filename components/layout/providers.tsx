'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react'
import { MarkRows } from '#components/catalogue/mark-rows.tsx'
import { Keyboard } from '#components/keyboard/keyboard.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { dressPage, useHasLocalViewer } from '#hooks/local-viewer.ts'
import { queryClient } from '#hooks/query-client.ts'

// What only a signed-in person needs is fetched for them alone.
const SignedIn = lazy(() => import('#components/study/signed-in.tsx'))

/** What the browser's half of every page of the viewer needs: the cache, the delegate of all status boxes, keys, and toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(queryClient)
  const isSignedIn = useHasLocalViewer()
  useLayoutEffect(dressPage, [])
  return (
    <QueryClientProvider client={client}>
      {children}
      <MarkRows />
      <Keyboard />
      <Toaster id="toasts" />
      {isSignedIn && (
        <Suspense>
          <SignedIn />
        </Suspense>
      )}
    </QueryClientProvider>
  )
}
