const tracking = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|sh|gi)$/i

/**
 * What two spellings of one address have in common, or null when it is no http(s) address. Scheme, `www.`, letter case
 * of the host, default ports, tracking parameters, their order, an index page's name, trailing slashes, an empty or
 * text fragment and needless percent-encoding do not count; path, query and named fragment do.
 */
export function normaliseUrl(address: string): string | null {
  const url = parseHttpUrl(address)
  if (!url) return null
  const host = url.host
    .replace(/^(www\d?\.)+/, '')
    .replace(/\.(?=:|$)/, '')
    .replace(/:(80|443)$/, '')
  const path = url.pathname
    .split('/')
    .map(decode)
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.(html?|php)$/i, '/')
    .replace(/\/+$/, '')
  const query = [...url.searchParams]
    .filter(([name]) => !tracking.test(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&')
  const fragment = decode(url.hash.slice(1)).replace(/:~:.*$/s, '')
  return host + path + (query && `?${query}`) + (fragment && `#${fragment}`)
}

/**
 * What two addresses of one work have in common: the post's own id where a Medium publication is behind it (a path that
 * ends in `-` and 10 to 12 hex digits stays the same under every domain the publication moves to), else
 * `normaliseUrl`. Null when it is no http(s) address.
 */
export function addressKey(address: string): string | null {
  const url = parseHttpUrl(address)
  const post = url && /-([0-9a-f]{10,12})\/?$/.exec(url.pathname)?.[1]
  if (post && /[a-f]/.test(post) && /[0-9]/.test(post)) return `post:${post}`
  return normaliseUrl(address)
}

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

function decode(text: string): string {
  try {
    return decodeURIComponent(text).replace(/[\s\p{C}?#%/]/gu, encodeURIComponent)
  } catch {
    return text
  }
}
