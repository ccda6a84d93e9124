import { earlyScript } from '#lib/marks/local.ts'

/** The script that runs before the first paint; `nonce` where the page's policy asks for one. */
export function EarlyScript({ nonce }: { nonce?: string }) {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: earlyScript }} />
}
