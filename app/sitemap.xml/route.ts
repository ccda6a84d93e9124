import { handleShape } from '#app/_server/handle.ts'
import { listPublicPaths } from '#db/queries/catalogue/public-paths.ts'
import { sitemapXml } from '#lib/catalogue/sitemap.ts'
import { settings } from '#lib/settings.ts'

export const dynamic = 'force-dynamic'

/** Addresses in it are whole, and never made from what a request says: without `PUBLIC_URL` the sitemap is empty. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    async run() {
      const origin = settings().PUBLIC_URL?.replace(/\/$/, '')
      return new Response(sitemapXml(origin ?? '', origin === undefined ? [] : await listPublicPaths()), {
        headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      })
    },
  },
)
