import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { decideReport } from '#db/mutations/catalogue/link-reports.ts'
import { decisionBody } from '#lib/api/catalogue.ts'
import { clientId } from '#lib/api/common.ts'

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
