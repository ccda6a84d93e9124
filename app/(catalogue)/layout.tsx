import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { EarlyScript } from '#components/layout/early-script.tsx'
import { CatalogueProviders } from '#components/layout/catalogue-providers.tsx'
import { sans, serif } from '#components/layout/fonts.ts'
import { SiteFooter } from '#components/layout/site-footer.tsx'
import { SiteHeader } from '#components/layout/site-header.tsx'
import '../styles/globals.css'

export const metadata: Metadata = {
  title: { default: 'Loadpath: how large systems scale', template: '%s · Loadpath' },
}

export { viewport } from '#components/layout/viewport.ts'

/** The root of all public pages. They are static: nothing here may read the request. */
export default function CatalogueLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      <head>
        <EarlyScript />
        {publicOrigin() !== null && (
          <link rel="search" type="application/opensearchdescription+xml" title="Loadpath" href="/opensearch.xml" />
        )}
      </head>
      <body>
        <CatalogueProviders>
          <SiteHeader />
          <main id="main" className="page pt-8 sm:pt-12">
            {children}
          </main>
          <SiteFooter />
        </CatalogueProviders>
      </body>
    </html>
  )
}
