import { handle } from '#app/_server/handle.ts'
import { importChecklist } from '#db/mutations/archive/import-checklist.ts'

/** Marks done what is ticked in a Markdown checklist, or says what that would do. */
export const POST = handle('POST checklist', {
  viewer: 'required',
  run: async ({ viewer, body, now }) => ({ body: await importChecklist(viewer, body.markdown, body.apply, now) }),
})
