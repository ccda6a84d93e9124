import { randomBytes } from 'node:crypto'

// Next's bundles and the server around them are loaded apart: what they share lives on globalThis.
const holder = globalThis as { loadpathInner?: string }

/** The header in which a request proves that it comes from this very process. */
export const innerHeader = 'x-loadpath-inner'

/** What stands in `innerHeader`: made anew at every start. */
export function innerSecret(): string {
  holder.loadpathInner ??= randomBytes(32).toString('base64url')
  return holder.loadpathInner
}
