import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { decideReport } from '#db/mutations/link-reports.ts'
import { decisionBody } from '#lib/schemas/catalogue.ts'
import { clientId } from '#lib/schemas/common.ts'

/** Accepts or declines what somebody said of an address. */
export const PUT = handle({
  viewer: 'admin',
  params: z.object({ reportId: clientId }),
  body: decisionBody,
  async run({ viewer, params, body, now }) {
    await decideReport(viewer, params.reportId, body, now)
    await refreshCatalogue()
    return {}
  },
})
