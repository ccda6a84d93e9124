import { handleShape } from '#app/_server/handle.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { openSearchXml } from '#lib/search/open-search.ts'

export const dynamic = 'force-dynamic'

/** Lets a browser search here from its address bar. Without `PUBLIC_URL` no page links to it, as its addresses are not whole then. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    async run() {
      return new Response(openSearchXml(publicOrigin() ?? ''), {
        headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8', 'cache-control': 'public' },
      })
    },
  },
)
