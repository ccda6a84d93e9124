import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { setPublicPage } from '#db/mutations/sharing/links.ts'

/** Makes the plan's page public. */
export const PUT = handle('PUT plans/[planId]/public', {
  viewer: 'required',
  async run({ viewer, params, body, now, request }) {
    await setPublicPage(viewer, params.planId, body.role, now)
    return { body: { role: body.role, url: ownUrl(request, `/shared/${params.planId}`) } }
  },
})

/** Makes it private again. */
export const DELETE = handle('DELETE plans/[planId]/public', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await setPublicPage(viewer, params.planId, null, now)
  },
})
