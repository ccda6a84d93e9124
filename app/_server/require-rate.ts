import type { Viewer } from '#lib/auth/viewer.ts'
import { rateOf, takeOne } from '#lib/limits/rates.ts'
import { tooMany } from '#lib/problems.ts'
import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/**
 * Counts a request of the API against what its sender may ask: the person, or the address where nobody is signed in.
 * @throws Problem 429 with the seconds to wait.
 */
export function requireRate(request: Request, viewer: Viewer | null, now: number): void {
  if (settings().RATE_LIMITS === 'off') return
  const who = viewer?.id ?? clientAddress(request.headers, settings())
  const wait = takeOne(rateOf(request.method, new URL(request.url).pathname), who, now)
  if (wait > 0) throw tooMany(wait)
}
