import { handle } from '#app/_server/handle.ts'
import { getPortablePlan } from '#db/queries/sharing/portable-plans.ts'
import { planFormats } from '#lib/sharing/plan-exchange.ts'
import { slugify } from '#lib/slug.ts'

/** The plan as a file, with the viewer's own ticks. */
export const GET = handle('GET plans/[planId]/export', {
  viewer: 'required',
  async run({ viewer, params, query: { format } }) {
    const plan = await getPortablePlan(viewer, params.planId)
    const { type, write } = planFormats[format]
    const name = slugify(plan.title).slice(0, 60) || 'plan'
    return new Response(write(plan), {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${format}"` },
    })
  },
})
