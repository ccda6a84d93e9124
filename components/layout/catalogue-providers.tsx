'use client'

import { type ReactNode, useLayoutEffect } from 'react'
import { Keyboard } from '#components/keyboard/keyboard.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { dressPage } from '#hooks/local-viewer.ts'
import { LiveLoader } from './live-loader.tsx'

/** The browser's half of a catalogue page: keys and toasts; the rest is fetched when somebody needs it. */
export function CatalogueProviders({ children }: { children: ReactNode }) {
  useLayoutEffect(dressPage, [])
  return (
    <>
      {children}
      <LiveLoader />
      <Keyboard />
      <Toaster id="toasts" />
    </>
  )
}
