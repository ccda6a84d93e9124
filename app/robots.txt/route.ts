import { handleShape } from '#app/_server/handle.ts'
import { publicOrigin } from '#app/_server/public-origin.ts'
import { robotsText } from '#lib/catalogue/sitemap.ts'

export const dynamic = 'force-dynamic'

export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    run: async () =>
      new Response(robotsText(publicOrigin()), {
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  },
)
