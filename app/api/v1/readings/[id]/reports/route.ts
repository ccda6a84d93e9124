import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { createReport } from '#db/mutations/catalogue/link-reports.ts'
import { requireTry } from '#db/mutations/accounts/rate-limits.ts'
import { reportBody } from '#lib/api/catalogue.ts'
import { readingId } from '#lib/api/common.ts'

/** Says that a reading's address is dead, moved or walled; the admin decides. */
export const POST = handle({
  viewer: 'required',
  params: z.object({ id: readingId }),
  body: reportBody,
  async run({ viewer, params, body, now }) {
    await requireTry(`report:${viewer.id}`, { tries: 60, seconds: 3600 }, now)
    return { status: 201, body: await createReport(viewer, params.id, body, now) }
  },
})
