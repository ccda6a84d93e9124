import { escapeHtml } from '../html.ts'
import { privateFolders } from '../page-access.ts'

/** What robots are told: all public pages, none of anybody's own. `origin` null: the server knows no address of its own. */
export function robotsText(origin: string | null): string {
  const closed = ['/api/', '/feeds/', '/shared/', ...privateFolders()]
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    ...(origin === null ? [] : ['', `Sitemap: ${origin}/sitemap.xml`]),
    '',
  ].join('\n')
}

/** A sitemap as sitemaps.org says. `paths` begin with `/`; `origin` has no slash at its end. */
export function sitemapXml(origin: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${escapeHtml(origin + path)}</loc></url>`).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`
}
