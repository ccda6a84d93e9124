import { z } from 'zod'
import { archiveSchema, type StudyData } from './archive-file.ts'
import type { EndpointPage } from './endpoint.ts'

/** Query of GET `/api/v1/archive`. */
const archiveQuery = z.object({ format: z.enum(['json', 'csv', 'markdown']).default('json') })

/** Body of POST `/api/v1/archive`: an archive, and whether to write it or only to say what it would do. */
const importBody = z.strictObject({ archive: archiveSchema, apply: z.boolean().default(false) })

/** Body of POST `/api/v1/checklist`. Broken characters in a file are repaired, not refused. */
const checklistBody = z.strictObject({
  markdown: z
    .string()
    .max(2_000_000)
    .transform((markdown) => markdown.toWellFormed()),
  apply: z.boolean().default(false),
})

/**
 * Most bytes of an archive. It is read from a file, never held in memory; a person's budget of bytes
 * (`lib/limits/budget.ts`), each of them escaped, is less than this, so that what was taken away can be brought back.
 */
export const archiveBytes = 400_000_000

/** How many rows of a kind are new, newer than here, or left as they are. */
const rowCount = z.strictObject({
  /** New here. */
  added: z.int(),
  /** Here, and newer in the archive. */
  changed: z.int(),
  /** Here just so, or newer here: left as it is. */
  kept: z.int(),
})
/** An output of `rowCount`. */
export type RowCount = z.output<typeof rowCount>

const studyKinds = [
  'marks',
  'events',
  'notes',
  'versions',
  'opinions',
  'lists',
  'answers',
  'reviews',
  'quotes',
  'readThroughs',
  'progress',
  'estimates',
] as const satisfies (keyof StudyData)[]

/** What bringing an archive in does, or would do. */
const importReport = z.strictObject({
  counts: z.record(z.enum(studyKinds), rowCount),
  ownReadings: rowCount,
  plans: rowCount.extend({ ofOthers: z.int() }),
  /** Readings of the archive that are not in this catalogue: what hangs on them stays behind. At most 200. */
  unknown: z.array(z.strictObject({ id: z.string(), title: z.string(), url: z.string() })),
  isApplied: z.boolean(),
})
/** An output of `importReport`. */
export type ImportReport = z.output<typeof importReport>

/** What a checklist does, or would do. */
const checklistReport = z.strictObject({
  /** Lines with a box. */
  lines: z.int(),
  /** Ticked readings that were not done here yet, and those that were. */
  added: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  already: z.int(),
  /** Ticked lines that are no reading of this catalogue. */
  unknown: z.array(z.strictObject({ line: z.int(), title: z.string(), url: z.string().nullable() })),
  isApplied: z.boolean(),
})
/** An output of `checklistReport`. */
export type ChecklistReport = z.output<typeof checklistReport>

export const archiveEndpoints = {
  'GET archive': { query: archiveQuery, answer: 'file' },
  'POST archive': { body: importBody, bodyIs: 'streamed', bodyBytes: archiveBytes, answer: importReport },
  'POST checklist': { body: checklistBody, bodyBytes: 8_000_000, answer: checklistReport },
} as const satisfies EndpointPage
