import { handle } from '#app/_server/handle.ts'
import { setInboxRead } from '#db/mutations/inbox/inbox.ts'

export const PUT = handle('PUT inbox/[entryId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => {
    await setInboxRead(viewer, params.entryId, body.isRead, now)
  },
})
