import { handle } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { createOwnFeed } from '#db/mutations/study/own-feeds.ts'
import { listOwnFeeds } from '#db/queries/study/own-feeds.ts'

export const GET = handle('GET feeds', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { items: await listOwnFeeds(viewer) } }),
})

/** Makes an address and revokes an earlier one. It is in this answer and nowhere else. */
export const POST = handle('POST feeds', {
  viewer: 'required',
  async run({ viewer, body: { kind }, now, request }) {
    const token = await createOwnFeed(viewer, kind, now)
    return {
      body: { kind, createdAt: now, url: ownUrl(request, `/feeds/${token}.${kind === 'done' ? 'atom' : 'svg'}`) },
    }
  },
})
