import { handle } from '#app/_server/handle.ts'
import { removePerson } from '#db/mutations/accounts/accounts.ts'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { errorFields, log } from '#lib/log.ts'
import { setPerson } from '#db/mutations/accounts/people.ts'

export const PATCH = handle('PATCH people/[userId]', {
  viewer: 'admin',
  proof: 'recent',
  run: async ({ viewer, params, body, now }) => setPerson(viewer, params.userId, body, now),
})

export const DELETE = handle('DELETE people/[userId]', {
  viewer: 'admin',
  proof: 'recent',
  async run({ viewer, params, now }) {
    await removePerson(viewer, params.userId, now)
    // Nobody waits for it; the job does it again, should the server stop meanwhile.
    void eraseRemoved().catch((error: unknown) => log('error', 'erasing failed', errorFields(error)))
  },
})
