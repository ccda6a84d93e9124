import { z } from 'zod'
import { changeKinds } from '#lib/catalogue/catalogue-change.ts'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import type { ImportPreview } from '#lib/catalogue/import-preview.ts'
import { clientId, isoDay, line, readingId, slug, text } from './common.ts'
import type { EndpointPage, InputOf } from './endpoint.ts'
import { linkStatuses, reportKinds } from '#lib/link-checks/words.ts'
import { searchItem } from './search.ts'

/** An address of the web, as a person gives it. */
export const webAddress = text(2000)
  .transform((value) => value.trim())
  .refine((value) => parseHttpUrl(value) !== null, 'This is no http or https address.')

/** Body of POST `/api/v1/readings/<id>/reports`. */
const reportBody = z.strictObject({ kind: z.enum(reportKinds), url: webAddress.optional() })

/** Body of PUT `/api/v1/link-reports/<id>`; `url` is the address to take instead of the one reported. */
/** What a person says of a reading's address. */
export type LinkReport = InputOf<typeof reportBody>

const decisionBody = z.strictObject({ state: z.enum(['accepted', 'declined']), url: webAddress.optional() })

/** Body of PUT `/api/v1/readings/<id>/address`. */
const addressBody = z.strictObject({ url: webAddress })

/** Body of PUT `/api/v1/readings/<id>/link`. */
const findingBody = z.strictObject({ finding: z.enum(['alive', 'dead', 'paywall']) })

/** Most bytes of an import's body: a list of 20,000 items has about 3 MB. */
const importBytes = 12_000_000

/** Body of POST `/api/v1/catalogue-imports/preview`. */
const previewBody = z.strictObject({
  /** The file's name. */
  name: line(200),
  /** The file: a list in the awesome-list form. */
  markdown: z.string().max(10_000_000),
  /** Which list it is an edition of: null for the catalogue's own; left out, that is found out. */
  list: slug.nullish(),
  /** Answers to doubts by their keys: the id of the reading that the work is, or null for a new one. */
  decisions: z.record(z.string().max(2100), readingId.nullable()).default({}),
  /** One answer to all doubts without an answer of their own. */
  bulk: z
    .strictObject({
      sameFrom: z.number().min(0).max(1).nullable(),
      othersNew: z.boolean(),
      sections: z.array(z.string().max(300)).max(500).default([]),
    })
    .optional(),
  goneSections: z.array(slug).max(500).default([]),
  /** The day of the edition, where it is known. */
  editionDay: isoDay.optional(),
  /** Sections of the file, by title: true takes one in, false leaves it out. */
  sections: z.record(z.string().max(300), z.boolean()).default({}),
  /** Readings whose shown title becomes the edition's. */
  retitle: z.array(readingId).max(50_000).default([]),
})

/** Body of POST `/api/v1/catalogue-imports`: what was looked at, less what is left out. */
const importBody = previewBody.extend({
  /** The revision of the catalogue that was looked at. */
  revision: z.int().min(0),
  /** Readings whose changes are left out, */
  skip: z.array(readingId).max(50_000).default([]),
  /** and kinds of changes that are. */
  without: z.array(z.enum(changeKinds)).default([]),
})

/** The id of a batch of changes. */
const changeId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

/** Body of PUT `/api/v1/catalogue-changes/<id>`. */
const undoBody = z.strictObject({ undone: z.literal(true) })

/** A list to import with all that was decided of it. */
export type ImportChosen = z.output<typeof previewBody>
/** The same as a page sends it. */
export type ImportGiven = Sent<typeof previewBody>
/** The same with what is left out, and the revision that was looked at. */
export type ImportTaken = Sent<typeof importBody>
type Sent<S extends z.ZodType> = z.input<S> & Pick<ImportChosen, 'decisions' | 'goneSections'>

const neighbour = z.strictObject({ id: z.string(), title: z.string() })

/** A place where a reading is listed, with its neighbours there. */
const place = z.strictObject({
  section: neighbour,
  /** From the section down; empty straight under the section. */
  topics: z.array(z.strictObject({ slug: z.string(), title: z.string() })),
  title: z.string(),
  introduction: z.boolean(),
  seedOrder: z.int().nullable(),
  previous: neighbour.nullable(),
  next: neighbour.nullable(),
  /** The reading's place among those of the topic, from 1, and how many these are. */
  index: z.int(),
  of: z.int(),
})
/** An output of `place`. */
export type Place = z.output<typeof place>

/** Everything that is known of a reading. */
const readingDetail = searchItem.omit({ topics: true }).extend({
  /** What the work says of itself; null where nothing more is known. `published` is a day, a month or a year. */
  work: z.strictObject({ title: z.string().nullable(), published: z.string().nullable() }).nullable(),
  formerUrls: z.array(z.string()),
  /** What the last check of its present address found; `reason` is in words, empty for none. */
  link: z
    .strictObject({
      status: z.enum(linkStatuses),
      checkedOn: isoDay,
      location: z.string().nullable(),
      reason: z.string(),
    })
    .nullable(),
  places: z.array(place),
})
/** An output of `readingDetail`. */
export type ReadingDetail = z.output<typeof readingDetail>

const kind = z.enum(changeKinds)
const changeRow = z.strictObject({
  kind,
  readingId: z.string(),
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
const doubt = z.strictObject({
  key: z.string(),
  incoming: z.strictObject({
    title: z.string(),
    url: z.string(),
    section: z.string(),
    topic: z.array(z.string()),
    line: z.int(),
  }),
  candidate: z.strictObject({
    readingId: z.string(),
    title: z.string(),
    url: z.string(),
    delistedOn: isoDay.nullable(),
  }),
  score: z.number(),
  suggestion: z.enum(['same', 'new']),
})

const importPreview = z.strictObject({
  revision: z.int(),
  list: z.strictObject({ id: z.string().nullable(), isNew: z.boolean() }),
  lists: z.array(z.string()),
  matched: z.strictObject({
    byAddress: z.int(),
    byTitle: z.int(),
    byDecision: z.int(),
    works: z.int(),
    duplicates: z.int(),
  }),
  kinds: z.array(z.strictObject({ kind, count: z.int(), rows: z.array(changeRow) })),
  doubts: z.array(doubt),
  doubtful: z.int(),
  edition: z.strictObject({ day: isoDay, isOlder: z.boolean() }),
  sections: z.array(z.strictObject({ title: z.string(), works: z.int(), isLeftOut: z.boolean() })),
  missingSections: z.array(neighbour),
  renamedTopics: z.array(z.strictObject({ topicId: z.string(), title: z.string() })),
  warnings: z.array(z.strictObject({ line: z.int(), message: z.string() })),
}) satisfies z.ZodType<ImportPreview>

const readingParams = z.object({ id: readingId })

export const catalogueEndpoints = {
  'GET readings/[id]': { params: readingParams, answer: readingDetail },
  'POST readings/[id]/reports': {
    params: readingParams,
    body: reportBody,
    status: 201,
    answer: z.strictObject({ id: z.string() }),
  },
  'PUT readings/[id]/address': { params: readingParams, body: addressBody, answer: 'nothing' },
  'PUT readings/[id]/link': { params: readingParams, body: findingBody, answer: 'nothing' },
  'PUT link-reports/[reportId]': {
    params: z.object({ reportId: clientId }),
    body: decisionBody,
    answer: 'nothing',
  },
  'POST catalogue-imports/preview': { body: previewBody, bodyBytes: importBytes, answer: importPreview },
  /** 201 where it changed anything, else 200 and no `changeId`. */
  'POST catalogue-imports': {
    body: importBody,
    bodyBytes: importBytes,
    status: 201,
    answer: z.strictObject({ changeId: z.string().nullable(), changes: z.int() }),
  },
  'PUT catalogue-changes/[changeId]': {
    params: z.object({ changeId }),
    body: undoBody,
    answer: z.strictObject({ undone: z.int(), stayed: z.int() }),
  },
  'PUT me/seen-change': { body: z.strictObject({ changeId }), answer: 'nothing' },
} as const satisfies EndpointPage

/** The path of a public page, folder by folder. */
export const previewParams = z.object({ path: z.array(z.string().max(200)).min(1).max(3) })
