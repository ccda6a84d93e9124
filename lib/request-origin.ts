/** What of the settings says where this server stands. */
export interface Place {
  PUBLIC_URL?: string | undefined
  TRUSTED_PROXIES: number
}

type HeaderBag = Pick<Headers, 'get' | 'has'>

/** The header in which `watchPeers` puts the address at the other end of the socket; a client's own is overwritten. */
export const peerHeader = 'x-loadpath-peer'

/**
 * The origin (`https://host:port`) that the person's browser sees: `PUBLIC_URL` where it is set, else the `Host` over
 * plain HTTP. `X-Forwarded-Host` and `-Proto` count only behind fronts that the settings trust.
 */
export function requestOrigin(headers: HeaderBag, place: Place): string {
  if (place.PUBLIC_URL) return new URL(place.PUBLIC_URL).origin
  const trusted = place.TRUSTED_PROXIES > 0
  const host = (trusted && last(headers.get('x-forwarded-host'))) || headers.get('host') || 'localhost'
  const scheme = trusted && last(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http'
  return `${scheme}://${host}`
}

/**
 * Whether a request that changes something comes from this site's own pages, or is one that no other site can have
 * made. Browsers say so in `Sec-Fetch-Site` on HTTPS and localhost; on plain HTTP elsewhere they send `Origin` alone. A
 * request with neither passes only without cookies: then it acts for nobody. A program that signs in with a cookie sends
 * `Origin` along.
 */
export function isSameSite(headers: HeaderBag, place: Place): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return !headers.has('cookie')
  if (!URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === headers.get('host') || host === new URL(requestOrigin(headers, place)).host
}

/** Whether a browser proves that the request comes from this site's own page: stricter than `isSameSite`. */
export function isProvenSameOrigin(headers: HeaderBag, place: Place): boolean {
  return (headers.get('sec-fetch-site') === 'same-origin' || headers.has('origin')) && isSameSite(headers, place)
}

/**
 * The client's address, for rate limits: the socket's other end, or, behind `TRUSTED_PROXIES` fronts in a row, the
 * entry of `X-Forwarded-For` that the outermost of them wrote. What a client puts there itself stands further left.
 */
export function clientAddress(headers: HeaderBag, place: Place): string {
  const peer = headers.get(peerHeader) ?? 'unknown'
  if (place.TRUSTED_PROXIES === 0) return peer
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-place.TRUSTED_PROXIES) ?? hops[0] ?? peer
}

/** The entry that the nearest front wrote. */
function last(header: string | null): string | undefined {
  return header?.split(',').at(-1)?.trim()
}
