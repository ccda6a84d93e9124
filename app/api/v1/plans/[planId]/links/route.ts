import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createLink } from '#db/mutations/sharing/links.ts'
import { listLinks } from '#db/queries/sharing/links.ts'
import { invalid } from '#lib/problems.ts'

/** How the plan is shared. */
export const GET = handle('GET plans/[planId]/links', {
  viewer: 'required',
  run: async ({ viewer, params, now }) => ({ body: await listLinks(viewer, params.planId, now) }),
})

/** Makes a link. Its address is in this answer and nowhere else. */
export const POST = handle('POST plans/[planId]/links', {
  viewer: 'required',
  async run({ viewer, params, body, now, request }) {
    if (body.expiresAt !== null && body.expiresAt <= now) throw invalid('expiresAt', 'This moment has passed already.')
    const { id, token } = await createLink(viewer, params.planId, body, now)
    return { body: { id, url: ownUrl(request, `/shared/${token}`), ...body } }
  },
})
