import { z } from 'zod'

/** Query of GET `/api/v1/archive`. */
export const archiveQuery = z.object({ format: z.enum(['json', 'csv', 'markdown']).default('json') })

/** Body of POST `/api/v1/checklist`. Broken characters in a file are repaired, not refused. */
export const checklistBody = z.strictObject({
  markdown: z
    .string()
    .max(2_000_000)
    .transform((markdown) => markdown.toWellFormed()),
  apply: z.boolean().default(false),
})

/**
 * Most bytes of the two bodies. An archive is read from a file, never held in memory; a person's budget of bytes
 * (`lib/limits/budget.ts`), each of them escaped, is less than this, so that what was taken away can be brought back.
 */
export const importBytes = { archive: 400_000_000, checklist: 8_000_000 } as const
