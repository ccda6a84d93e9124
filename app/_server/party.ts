import { type RelyingParty, relyingParty } from '#lib/auth/relying-party.ts'
import { conflict } from '#lib/problems.ts'
import { settings } from '#lib/settings.ts'

/** Whom passkeys are made for where this request came to. @throws Problem 409 that says why there are none. */
export function requireParty(headers: Headers): RelyingParty {
  const party = relyingParty(headers, settings())
  if (typeof party === 'string') throw conflict(party)
  return party
}

/** Why there can be no passkeys where this request came to; null where there can. */
export function passkeyProblem(headers: Headers): string | null {
  const party = relyingParty(headers, settings())
  return typeof party === 'string' ? party : null
}
