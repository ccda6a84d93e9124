import { handle } from '#app/_server/handle.ts'
import { refreshCatalogue } from '#app/_server/refresh-catalogue.ts'
import { decideReport } from '#db/mutations/catalogue/link-reports.ts'

/** Accepts or declines what somebody said of an address. */
export const PUT = handle('PUT link-reports/[reportId]', {
  viewer: 'admin',
  async run({ viewer, params, body, now }) {
    await decideReport(viewer, params.reportId, body, now)
    await refreshCatalogue()
  },
})
