import { handle } from '#app/_server/handle.ts'
import { setInboxOff } from '#db/mutations/inbox/inbox.ts'
import { listInboxOff } from '#db/queries/inbox/inbox.ts'

export const GET = handle('GET inbox/settings', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: { off: await listInboxOff(viewer) } }),
})

export const PUT = handle('PUT inbox/settings', {
  viewer: 'required',
  run: async ({ viewer, body }) => {
    await setInboxOff(viewer, body.off)
    return { body: { off: await listInboxOff(viewer) } }
  },
})
