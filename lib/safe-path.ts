/**
 * A path of this server to go to, out of an address; `otherwise` when `to` is none: another site's, an API's, or no
 * address at all.
 */
export function safePath(to: unknown, otherwise = '/today'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 8000) return otherwise
  const here = 'http://here.invalid'
  if (!URL.canParse(to, here)) return otherwise
  const url = new URL(to, here)
  // A browser reads "/\host" and "//host" as another site's address; the parser does as well.
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return otherwise
  return url.pathname + url.search + url.hash
}
