import { z } from 'zod'
import { media, minutesBases } from '#lib/catalogue/minutes.ts'
import { linkStatuses } from '#lib/link-checks/words.ts'
import { sorts, stateFromParams } from '#lib/search/state.ts'
import { facetKeys, fixedEntries } from '#lib/search/vocabulary.ts'
import type { Lead } from '#lib/search/leads.ts'
import { isoDay } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** A parameter that may come several times; each value one that `one` takes. */
const several = <T extends z.ZodType<string>>(one: T) =>
  z
    .union([one, z.array(one).max(20)])
    .optional()
    .transform((value) => (value === undefined ? undefined : [value].flat()))

const anyText = z.string()
const idsOf = (entries: readonly { id: string }[]) => z.enum(entries.map((entry) => entry.id))

/** The most items that one answer lists. */
const maxItems = 100

/**
 * Query of GET `/api/v1/readings`: a search's state and `limit`, 20 unless told, 0 for counts alone. Any text is a
 * good `q`; of the facets, those that do not come from the catalogue take their known values alone.
 */
const readingsQuery = z
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
    limit: z.coerce.number<number | string>().int().min(0).max(maxItems).default(20),
    cursor: z
      .string()
      .regex(/^\d{1,7}$/, 'Not a cursor that this server gave.')
      .optional(),
  })
  .transform(({ limit, ...params }) => ({ state: stateFromParams(params), limit }))

const named = z.strictObject({ id: z.string(), name: z.string() })

/** The public facts of a reading, as a search gives them. */
export const searchItem = z.strictObject({
  id: z.string(),
  /** As it is shown beside its organisation, and as it stands alone. */
  title: z.string(),
  fullTitle: z.string(),
  url: z.string(),
  organisation: named.nullable(),
  people: z.array(z.string()),
  technologies: z.array(named),
  /** The topics that list it and those above them; ids are `<section>/<slug>`. */
  topics: z.array(named),
  medium: z.enum(media),
  parts: z.int(),
  minutes: z.int(),
  /** `rule`: an estimate that rests on nobody's figure; `readers`: what people here took. */
  minutesBasis: z.enum(minutesBases),
  listedOn: isoDay,
  delistedOn: isoDay.nullable(),
  /** What the last check of this address found; null: never checked. */
  link: z.enum(linkStatuses).nullable(),
})
/** An output of `searchItem`. */
export type SearchItem = z.output<typeof searchItem>

/** A value of a facet with how many readings choosing it would find. */
const facetCount = named.extend({ count: z.int(), chosen: z.boolean() })
/** An output of `facetCount`. */
export type FacetCount = z.output<typeof facetCount>

const lead = z.strictObject({
  kind: z.enum(['situation', 'section', 'topic', 'organisation', 'technology', 'drill', 'question']),
  name: z.string(),
  href: z.string(),
}) satisfies z.ZodType<Lead>

/** What a search found. */
const searchAnswer = z.strictObject({
  items: z.array(searchItem),
  total: z.int(),
  /** By facet; `status` and `has` only for a viewer. Values that find nothing are left out unless chosen. */
  facets: z.partialRecord(z.enum(facetKeys), z.array(facetCount)),
  nextCursor: z.string().nullable(),
  /** How the search was understood, in words; empty for a search that asks nothing. */
  understood: z.string(),
  /** Sections, topics, situations and drills that answer it beside the readings, best first. */
  leads: z.array(lead),
  /** Where nothing is found: how many readings each part of the search would find alone, as one types it. */
  alone: z.array(z.strictObject({ text: z.string(), count: z.int() })),
})
/** An output of `searchAnswer`. */
export type SearchAnswer = z.output<typeof searchAnswer>

export const searchEndpoints = {
  'GET readings': { query: readingsQuery, answer: searchAnswer },
} as const satisfies EndpointPage
