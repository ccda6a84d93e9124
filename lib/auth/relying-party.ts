import { type Place, requestOrigin } from '#lib/request-origin.ts'

/** Whom a passkey is made for: browsers give it to pages of this origin alone. */
export interface RelyingParty {
  /** The host's name. */
  id: string
  origin: string
}

/**
 * Whom passkeys are made for here, or the sentence that says why there can be none. Browsers make them for names under
 * HTTPS, and for localhost; a name that a request claims is not believed.
 */
export function relyingParty(
  headers: Pick<Headers, 'get' | 'has'>,
  place: Place & { PUBLIC_URL?: string | undefined },
): RelyingParty | string {
  const { protocol, hostname, origin } = new URL(place.PUBLIC_URL ?? requestOrigin(headers, place))
  if (hostname === 'localhost') return { id: hostname, origin }
  if (place.PUBLIC_URL === undefined)
    return 'Passkeys are made for one address, and this server was not told its own: whoever runs it sets PUBLIC_URL.'
  if (protocol !== 'https:') return 'Passkeys need HTTPS, and this server is reached without it.'
  if (/^[\d.]+$|^\[/.test(hostname)) return 'Passkeys need a name, and this server is reached by a number.'
  return { id: hostname, origin }
}
