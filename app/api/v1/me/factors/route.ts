import { handle } from '#app/_server/handle.ts'
import { getFactors } from '#db/queries/accounts/factors.ts'

export const GET = handle('GET me/factors', {
  viewer: 'required',
  run: async ({ viewer }) => ({ body: await getFactors(viewer) }),
})
