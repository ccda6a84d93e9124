import { handle } from '#app/_server/handle.ts'
import { listTemplateSummaries } from '#db/queries/planning/templates.ts'

export const GET = handle('GET templates', {
  viewer: 'none',
  run: async () => ({ body: { items: await listTemplateSummaries() } }),
})
