import { z } from 'zod'
import { archiveSchema } from './archive-file.ts'

/** Query of GET `/api/v1/archive`. */
export const archiveQuery = z.object({ format: z.enum(['json', 'csv', 'markdown']).default('json') })

/** Body of POST `/api/v1/archive`: an archive, and whether to write it or only to say what it would do. */
export const importBody = z.strictObject({ archive: archiveSchema, apply: z.boolean().default(false) })

/** Body of POST `/api/v1/checklist`. Broken characters in a file are repaired, not refused. */
export const checklistBody = z.strictObject({
  markdown: z
    .string()
    .max(2_000_000)
    .transform((markdown) => markdown.toWellFormed()),
  apply: z.boolean().default(false),
})

/** Most bytes of the two bodies. */
export const importBytes = { archive: 60_000_000, checklist: 8_000_000 } as const
