/** The address as a URL when it is http(s) with a host and without a user name, else null. */
export function parseHttpUrl(address: string): URL | null {
  const url = URL.parse(address.trim())
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.hostname && !url.username ? url : null
}

/** The host without `www.`, for people to read; empty when it is no http(s) address. */
export function hostOf(address: string): string {
  return parseHttpUrl(address)?.hostname.replace(/^www\./, '') ?? ''
}
