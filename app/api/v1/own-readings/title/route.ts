import { handle } from '#app/_server/handle.ts'
import { fetchPageTitle } from '#lib/link-checks/page-title.ts'

/** Asks a page for its title, because a person said to. */
export const POST = handle('POST own-readings/title', {
  viewer: 'required',
  run: async ({ body }) => ({ status: 200, body: await fetchPageTitle(body.url) }),
})
