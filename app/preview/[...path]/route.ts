import { handleShape } from '#app/_server/handle.ts'
import { drawnPicture } from '#app/_server/picture/drawn-picture.tsx'
import { getPageFacts } from '#db/queries/catalogue/page-facts.ts'
import { previewParams } from '#lib/api/catalogue.ts'
import { notFound } from '#lib/problems.ts'

/** The picture that a chat shows of a public page, whose path follows; `/preview/home` is that of the first one. */
export const GET = handleShape(
  { params: previewParams, answer: 'file' },
  {
    viewer: 'none',
    async run({ params: { path } }) {
      const facts = await getPageFacts(path.join('/') === 'home' ? '/' : `/${path.join('/')}`)
      if (!facts) throw notFound('page')
      const picture = await drawnPicture({ ...facts, offer: 'How large systems scale' })
      return new Response(new Uint8Array(picture), {
        headers: { 'content-type': 'image/png', 'cache-control': 'public' },
      })
    },
  },
)
