import { z } from 'zod'
import { handle } from '#app/_server/handle.ts'
import { setSeenChange } from '#db/mutations/catalogue/seen-change.ts'
import { changeId } from '#lib/api/catalogue.ts'

/** Remembers up to which change the viewer has looked. */
export const PUT = handle({
  viewer: 'required',
  body: z.strictObject({ changeId }),
  async run({ viewer, body }) {
    await setSeenChange(viewer, body.changeId)
    return {}
  },
})
