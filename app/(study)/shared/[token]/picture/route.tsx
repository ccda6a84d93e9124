import { handleShape } from '#app/_server/handle.ts'
import { drawnPicture, pictureTag } from '#app/_server/picture/drawn-picture.tsx'
import { deadLink } from '#db/mutations/sharing/joins.ts'
import { getSharedByLink } from '#db/queries/sharing/shared-plan.ts'
import { tokenParams } from '#lib/api/sharing.ts'
import { planPicture } from '../_components/plan-picture.ts'

/**
 * The picture that a chat shows for a link to a plan, for as long as the link is live: who has it already asks again
 * each time, and is told by its tag that it is the same.
 */
export const GET = handleShape(
  { params: tokenParams, answer: 'file' },
  {
    viewer: 'none',
    async run({ params, request, now }) {
      const shared = await getSharedByLink(null, params.token, now)
      if (!shared) throw deadLink()
      const shown = planPicture(shared.plan)
      const etag = `"${pictureTag(shown)}"`
      const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'image/png' }
      const known = request.headers
        .get('if-none-match')
        ?.split(',')
        .map((tag) => tag.trim().replace(/^W\//, ''))
      if (known?.includes(etag)) return new Response(null, { status: 304, headers })
      return new Response(new Uint8Array(await drawnPicture(shown)), { headers })
    },
  },
)
