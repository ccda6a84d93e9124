import { handle } from '#app/_server/handle.ts'
import { passkeyProblem } from '#app/_server/party.ts'
import { getFactors } from '#db/queries/accounts/factors.ts'

export const GET = handle('GET me/factors', {
  viewer: 'required',
  async run({ viewer, request }) {
    return { body: { ...(await getFactors(viewer)), passkeyProblem: passkeyProblem(request.headers) } }
  },
})
