import { parseHttpUrl } from './http-url.ts'
import { knownSites } from './known-sites.ts'

/** Parameters that say who sent or shared a link, and never what it shows. */
const tracking =
  /^(utm_.*|hsa_.*|pk_.*|mtm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|__s|__hstc|__hssc|__hsfp|vero_id|mkt_tok|trk|trkinfo|trackingid|lipi|wt\.mc_id|wt_mc|cmpid|icid|intcmp|_ga|_gl|spm|ref|ref_src|ref_url|referrer|sh|gi)$/i

/**
 * What two spellings of one address have in common, or null when it is no http(s) address.
 *
 * Not counted: scheme, `www.`, letter case of the host, default ports, tracking and share parameters, the order of
 * parameters, an index page's name, trailing slashes, an empty fragment, `#top` and text fragments, needless
 * percent-encoding, and the several forms in which a known site gives one page (`youtu.be`, arXiv's PDFs, DOIs).
 * Path, all other parameters and named fragments count.
 */
export function normaliseUrl(address: string): string | null {
  const url = parseHttpUrl(address)
  if (!url) return null
  const page = {
    host: url.host
      .replace(/^(www\d?\.)+/, '')
      .replace(/\.(?=:|$)/, '')
      .replace(/:(80|443)$/, ''),
    path: url.pathname
      .split('/')
      .map(decode)
      .join('/')
      .replace(/\/{2,}/g, '/')
      .replace(/\/index\.(html?|php)$/i, '/')
      .replace(/\/+$/, ''),
    query: [...url.searchParams].filter(([name]) => !tracking.test(name)),
    fragment: decode(url.hash.slice(1)).replace(/:~:.*$/s, ''),
  }
  if (page.fragment === 'top') page.fragment = ''
  const { host, path, query, fragment } = knownSites.reduce((given, site) => site(given) ?? given, page)
  const sorted = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&')
  return host + path + (sorted && `?${sorted}`) + (fragment && `#${fragment}`)
}

/** Whether an address says who sent the link, or plays a video within somebody's list: it should be kept without. */
export function hasTracking(address: string): boolean {
  const url = parseHttpUrl(address)
  if (!url) return false
  const isVideo = /(^|\.)youtube\.com$/.test(url.hostname)
  return [...url.searchParams.keys()].some(
    (name) => tracking.test(name) || (isVideo && /^(list|index|feature|si)$/.test(name)),
  )
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text).replace(/[\s\p{C}?#%/]/gu, encodeURIComponent)
  } catch {
    return text
  }
}
