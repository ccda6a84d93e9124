import { handleShape } from '#app/_server/handle.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { listPublicPaths } from '#db/queries/catalogue/public-paths.ts'
import { sitemapXml } from '#lib/catalogue/sitemap.ts'

export const dynamic = 'force-dynamic'

/** Addresses in it are whole, and never made from what a request says: without `PUBLIC_URL` the sitemap is empty. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    async run() {
      const origin = publicOrigin()
      return new Response(sitemapXml(origin ?? '', origin === null ? [] : await listPublicPaths()), {
        headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      })
    },
  },
)
