import { handleShape } from '#app/_server/handle.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { openSearchXml } from '#lib/search/open-search.ts'
import { notFound } from '#lib/problems.ts'

export const dynamic = 'force-dynamic'

/** Lets a browser search here from its address bar. Its addresses are whole: without `PUBLIC_URL` there is none. */
export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    async run() {
      const origin = publicOrigin()
      if (origin === null) throw notFound()
      return new Response(openSearchXml(origin), {
        headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8', 'cache-control': 'public' },
      })
    },
  },
)
