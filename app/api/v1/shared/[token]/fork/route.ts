import { handle } from '#app/_server/handle.ts'
import { forkByLink } from '#db/mutations/sharing/forks.ts'
import { forkBody, tokenParams } from '#lib/api/sharing.ts'

/** Makes the viewer a copy of the plan that the link shows. */
export const POST = handle({
  viewer: 'required',
  params: tokenParams,
  body: forkBody,
  async run({ viewer, params, body: { id, title, ...settings }, now }) {
    return { status: 201, body: await forkByLink(viewer, params.token, { id, title, settings }, now) }
  },
})
