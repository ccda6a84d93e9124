import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { getViewer } from '#app/_server/viewer.ts'
import { EarlyScript } from '#components/layout/early-script.tsx'
import { sans, serif } from '#components/layout/fonts.ts'
import { KeepViewer } from '#components/layout/keep-viewer.tsx'
import { Providers } from '#components/layout/providers.tsx'
import { SiteFooter } from '#components/layout/site-footer.tsx'
import { SiteHeader } from '#components/layout/site-header.tsx'
import '../styles/globals.css'

export const metadata: Metadata = {
  title: { default: 'Loadpath', template: '%s · Loadpath' },
  robots: { index: false },
}

export { viewport } from '#components/layout/viewport.ts'

/** The root of the viewer's own pages: rendered for each request, under a policy with a nonce. */
export default async function StudyLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const viewer = await getViewer()
  return (
    <html
      lang="en"
      className={`${sans.variable} ${serif.variable}`}
      data-viewer={viewer ? '' : undefined}
      suppressHydrationWarning
    >
      <head>
        <EarlyScript nonce={nonce} />
      </head>
      <body>
        <Providers>
          <KeepViewer id={viewer?.id ?? null} asksOnReturn={viewer?.askOnReturn ?? false} />
          <SiteHeader />
          <main id="main" className="page pt-8 sm:pt-12">
            {children}
          </main>
          <SiteFooter />
        </Providers>
      </body>
    </html>
  )
}
