'use client'

import { earlyScript } from '#lib/marks/early.ts'

/**
 * The script that runs before the first paint; `nonce` where the page's policy asks for one. A client component, though
 * it does nothing in the browser: a server component's markup would be sent a second time as data.
 */
export function EarlyScript({ nonce }: { nonce?: string }) {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyScript }} suppressHydrationWarning />
}
