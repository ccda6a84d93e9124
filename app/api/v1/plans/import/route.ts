import { handle } from '#app/_server/handle.ts'
import { importPlan } from '#db/mutations/sharing/import-plan.ts'
import { invalid } from '#lib/problems.ts'
import { readPlan } from '#lib/sharing/plan-exchange.ts'
import { itemsOf } from '#lib/sharing/portable-plan.ts'

/** Makes a plan of the viewer's out of a file's text. `ignored` are sentences about lines that were left out. */
export const POST = handle('POST plans/import', {
  viewer: 'required',
  async run({ viewer, body: { id, file, ...settings }, now }) {
    const { plan, ignored } = readPlan(file)
    if (itemsOf(plan).length === 0) {
      throw invalid('file', 'This file holds no item of a plan: no box, no bullet, no entry that can be read.')
    }
    const made = await importPlan(viewer, plan, settings, now, id)
    return { body: { ...made, ignored: ignored.slice(0, 20), ignoredCount: ignored.length } }
  },
})
