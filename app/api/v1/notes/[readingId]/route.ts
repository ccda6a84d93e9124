import { handle } from '#app/_server/handle.ts'
import { removeNote, setNote } from '#db/mutations/study/notes.ts'
import { getNote } from '#db/queries/study/notes.ts'
import { renderText } from '#lib/markdown/render-text.ts'
import { blankNote } from '#lib/notes/note.ts'
import { notFound } from '#lib/problems.ts'

/** The note, and its Markdown as safe HTML. `?orBlank=1`: a blank one of version 0 in place of 404, for the editor. */
export const GET = handle('GET notes/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, query }) {
    const note = (await getNote(viewer, params.readingId)) ?? (query.orBlank ? blankNote(params.readingId) : null)
    if (!note) throw notFound('note')
    return { body: { ...note, html: await renderText(note.markdown) } }
  },
})

export const PUT = handle('PUT notes/[readingId]', {
  viewer: 'required',
  run: async ({ viewer, params, body, now }) => ({ body: await setNote(viewer, params.readingId, body, now) }),
})

export const DELETE = handle('DELETE notes/[readingId]', {
  viewer: 'required',
  async run({ viewer, params, now }) {
    await removeNote(viewer, params.readingId, now)
  },
})
