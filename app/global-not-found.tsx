import type { Metadata } from 'next'
import { EarlyScript } from '#components/layout/early-script.tsx'
import { sans, serif } from '#components/layout/fonts.ts'
import { NothingHere } from '#components/layout/nothing-here.tsx'
import { SiteFooter } from '#components/layout/site-footer.tsx'
import { SiteHeader } from '#components/layout/site-header.tsx'
import './styles/globals.css'

export const metadata: Metadata = { title: 'Not found · Loadpath' }

/** The 404 of addresses that no route has. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      <head>
        <EarlyScript />
      </head>
      <body>
        <SiteHeader />
        <main id="main" className="page pt-8 sm:pt-12">
          <NothingHere />
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
