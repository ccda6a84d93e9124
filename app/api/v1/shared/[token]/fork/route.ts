import { handle } from '#app/_server/handle.ts'
import { forkByLink } from '#db/mutations/sharing/forks.ts'

/** Makes the viewer a copy of the plan that the link shows. */
export const POST = handle('POST shared/[token]/fork', {
  viewer: 'required',
  async run({ viewer, params, body: { id, title, ...settings }, now }) {
    return { body: await forkByLink(viewer, params.token, { id, title, settings }, now) }
  },
})
