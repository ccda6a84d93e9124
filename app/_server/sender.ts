import { type RelyingParty, relyingParty } from '#lib/auth/relying-party.ts'
import { clientAddress } from '#lib/request-origin.ts'
import { settings } from '#lib/settings.ts'

/** Where a request came from, as limits count it and the security log tells it. */
export interface Sender {
  address: string
  userAgent: string
  /** Whom passkeys are made for there; without it there are none. */
  party?: RelyingParty | null
}

/** The sender of a request. */
export function senderOf({ headers }: Request): Sender {
  const party = relyingParty(headers, settings())
  return {
    address: clientAddress(headers, settings()),
    userAgent: headers.get('user-agent') ?? '',
    party: typeof party === 'string' ? null : party,
  }
}
