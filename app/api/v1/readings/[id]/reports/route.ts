import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { createReport } from '#db/mutations/link-reports.ts'
import { requireTry } from '#db/mutations/rate-limits.ts'
import { reportBody } from '#lib/schemas/catalogue.ts'
import { readingId } from '#lib/schemas/common.ts'

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
