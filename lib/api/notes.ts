import { z } from 'zod'
import { maxMarkdown } from '#lib/markdown/limits.ts'
import { maxCardField } from '#lib/notes/note.ts'
import { readingId, text } from './common.ts'

const field = text(maxCardField).default('')

/** A case card; a field that is left out is empty. */
export const card = z.strictObject({ problem: field, numbers: field, choice: field, tradeOff: field, useWhen: field })

/** Body of PUT `/api/v1/notes/<readingId>`: the whole note, and the version that it was written on, 0 for none. */
export const noteBody = z.strictObject({
  markdown: text(maxMarkdown),
  card: card.prefault({}),
  version: z.int().min(0),
})

/** The path of one saved version. */
export const versionParams = z.object({ readingId, version: z.coerce.number().int().min(1) })

/** Most bytes of a note's body: every character may take three, and more where JSON escapes it. */
export const noteBytes = 400_000
