import { handle } from '#app/_server/handle.ts'
import { getPlanHead } from '#db/queries/plan-head.ts'
import { planParams } from '#lib/schemas/sharing.ts'

/** What an open page asks every few seconds: has the plan changed, and is the viewer still on it? */
export const GET = handle({
  viewer: 'required',
  params: planParams,
  async run({ viewer, params }) {
    const { version, role } = await getPlanHead(viewer, params.planId)
    return { body: { version, role } }
  },
})
