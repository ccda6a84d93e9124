import { handleShape } from '#app/_server/handle.ts'
import { robotsText } from '#lib/catalogue/sitemap.ts'
import { settings } from '#lib/settings.ts'

export const dynamic = 'force-dynamic'

export const GET = handleShape(
  { answer: 'file' },
  {
    viewer: 'none',
    run: async () =>
      new Response(robotsText(settings().PUBLIC_URL?.replace(/\/$/, '') ?? null), {
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  },
)
