import { handle } from '#app/_server/handle.ts'
import { listTemplateSummaries } from '#db/queries/planning/templates.ts'

export const GET = handle({
  viewer: 'none',
  run: async () => ({ body: { items: await listTemplateSummaries() } }),
})
