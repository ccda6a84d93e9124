import { handle } from '#app/_server/handle.ts'
import { createReport } from '#db/mutations/catalogue/link-reports.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'

/** Says that a reading's address is dead, moved or walled; the admin decides. */
export const POST = handle('POST readings/[id]/reports', {
  viewer: 'required',
  async run({ viewer, params, body, now }) {
    await requireTry(`report:${viewer.id}`, { tries: 60, seconds: 3600 }, now)
    return { body: await createReport(viewer, params.id, body, now) }
  },
})
