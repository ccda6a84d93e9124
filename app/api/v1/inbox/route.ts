import { handle } from '#app/_server/handle.ts'
import { setInboxReadUntil } from '#db/mutations/inbox/inbox.ts'
import { listInbox } from '#db/queries/inbox/inbox.ts'

export const GET = handle('GET inbox', {
  viewer: 'required',
  run: async ({ viewer, query, now }) => ({
    body: await listInbox(viewer, { after: query.cursor, limit: query.limit, now }),
  }),
})

export const PUT = handle('PUT inbox', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => {
    await setInboxReadUntil(viewer, body.readUntil, now)
  },
})
