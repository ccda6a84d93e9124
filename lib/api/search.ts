import { z } from 'zod'
import { media } from '#lib/catalogue/minutes.ts'
import { sorts, stateFromParams } from '#lib/search/state.ts'
import { fixedEntries } from '#lib/search/vocabulary.ts'

/** A parameter that may come several times; each value one that `one` takes. */
const several = <T extends z.ZodType<string>>(one: T) =>
  z
    .union([one, z.array(one).max(20)])
    .optional()
    .transform((value) => (value === undefined ? undefined : [value].flat()))

const anyText = z.string()
const idsOf = (entries: readonly { id: string }[]) => z.enum(entries.map((entry) => entry.id))

/** The most items that one answer lists. */
export const maxItems = 100

/**
 * Query of GET `/api/v1/readings`: a search's state and `limit`, 20 unless told, 0 for counts alone. Any text is a
 * good `q`; of the facets, those that do not come from the catalogue take their known values alone.
 */
export const readingsQuery = z
  .object({
    q: anyText.optional(),
    section: several(anyText),
    topic: several(anyText),
    organisation: several(anyText),
    technology: several(anyText),
    person: several(anyText),
    medium: several(z.enum(media)),
    listed: several(idsOf(fixedEntries.listed)),
    status: several(idsOf(fixedEntries.status)),
    has: several(idsOf(fixedEntries.has)),
    sort: z.enum(sorts).optional(),
    limit: z.coerce.number().int().min(0).max(maxItems).default(20),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/, 'Not a cursor that this server gave.')
      .optional(),
  })
  .transform(({ limit, ...params }) => ({ state: stateFromParams(params), limit }))
