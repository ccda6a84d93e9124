import { handle } from '#app/_server/handle.ts'
import { importChecklist } from '#db/mutations/archive/import-checklist.ts'
import { checklistBody, importBytes } from '#lib/api/archive.ts'

/** Marks done what is ticked in a Markdown checklist, or says what that would do. */
export const POST = handle({
  viewer: 'required',
  body: checklistBody,
  limit: importBytes.checklist,
  run: async ({ viewer, body, now }) => ({ body: await importChecklist(viewer, body.markdown, body.apply, now) }),
})
