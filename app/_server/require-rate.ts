import { rateOf, takeOne } from '#lib/limits/rates.ts'
import { tooMany } from '#lib/problems.ts'
import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'
import type { Caller } from './caller.ts'

/**
 * Counts a request of the API against what its sender may ask: the token, the person, or the address where nobody is
 * signed in. What tokens ask never takes from what their owner may ask in a browser.
 * @throws Problem 429 with the seconds to wait.
 */
export function requireRate(request: Request, { viewer, token }: Caller, now: number): void {
  if (settings().RATE_LIMITS === 'off') return
  const person = viewer?.id ?? clientAddress(request.headers, settings())
  const ofToken = token ? takeOne('tokens', token.id, now) : 0
  if (ofToken > 0) throw tooMany(ofToken)
  const who = token ? `tokens of ${person}` : person
  const wait = takeOne(rateOf(request.method, new URL(request.url).pathname), who, now)
  if (wait > 0) throw tooMany(wait)
}
