import { z } from 'zod'
import { maxMarkdown } from '#lib/markdown/limits.ts'
import { type Card, maxCardField, type Note } from '#lib/notes/note.ts'
import { listOf, readingId, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const field = text(maxCardField).default('')

/** A case card as it is sent; a field that is left out is empty. */
const cardInput = z.strictObject({ problem: field, numbers: field, choice: field, tradeOff: field, useWhen: field })

/** The whole note, and the version that it was written on, 0 for none. */
const noteBody = z.strictObject({
  markdown: text(maxMarkdown),
  card: cardInput.prefault({}),
  version: z.int().min(0),
})

/** Most bytes of a note's body: every character may take three, and more where JSON escapes it. */
const noteBytes = 400_000

/** A case card as it is answered. */
export const card = z.strictObject({
  problem: z.string(),
  numbers: z.string(),
  choice: z.string(),
  tradeOff: z.string(),
  useWhen: z.string(),
}) satisfies z.ZodType<Card>

const note = z.strictObject({
  readingId: z.string(),
  markdown: z.string(),
  card,
  version: z.int(),
  updatedAt: time,
}) satisfies z.ZodType<Note>

/** A saved version of a note, as a line of its history. */
const versionLine = z.strictObject({
  version: z.int(),
  savedAt: time,
  /** Characters of text and card together; 0: the note was deleted or emptied. */
  length: z.int(),
})
/** An output of `versionLine`. */
export type NoteVersionLine = z.output<typeof versionLine>

const params = z.object({ readingId })

export const noteEndpoints = {
  'GET notes': { answer: listOf(note) },
  /** With its Markdown as safe HTML. `orBlank`: a blank one of version 0 in place of 404, for the editor. */
  'GET notes/[readingId]': {
    params,
    query: z.object({ orBlank: z.literal('1').optional() }),
    answer: note.extend({ html: z.string() }),
  },
  'PUT notes/[readingId]': { params, body: noteBody, bodyBytes: noteBytes, answer: note },
  'DELETE notes/[readingId]': { params, answer: 'nothing' },
  'GET notes/[readingId]/versions': { params, answer: listOf(versionLine) },
  'GET notes/[readingId]/versions/[version]': {
    params: z.object({ readingId, version: z.coerce.number<number | string>().int().min(1) }),
    answer: z.strictObject({ version: z.int(), savedAt: time, markdown: z.string(), card }),
  },
} as const satisfies EndpointPage
