import { z } from 'zod'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import { media } from '#lib/catalogue/minutes.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import { isoDay, line, text, time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** Most bytes of a file of bookmarks: some 100,000 links with their titles. */
const bookmarksBytes = 30_000_000

/** What a file of bookmarks adds, or would add. */
const bookmarksReport = z.strictObject({
  format: z.enum(['html', 'csv', 'addresses']),
  /** Addresses of the web in the file. */
  links: z.int(),
  added: z.int(),
  /** The viewer's already, or twice in the file. */
  known: z.int(),
  inCatalogue: z.int(),
  /** No address of the web. */
  left: z.int(),
  /** More than a person may have. */
  noRoom: z.int(),
  /** The first of those added; no title: made of the address. */
  examples: z.array(z.strictObject({ url: z.string(), title: z.string() })),
  isApplied: z.boolean(),
})
/** An output of `bookmarksReport`. */
export type BookmarksReport = z.output<typeof bookmarksReport>

/** The id of an own reading: `own-` and a UUID, made by the client where it can be. */
const ownId = z.string().refine(isOwnId, 'Not the id of an own reading.')

/** An address that a browser can open. */
export const webAddress = z
  .string()
  .max(2000, 'This address is too long: at most 2,000 characters.')
  .transform((value) => value.trim())
  .refine(
    (value) => value.isWellFormed() && parseHttpUrl(value) !== null,
    'Not an address of the web. It begins with http:// or https://.',
  )

const title = line(300)
const byline = text(200).transform((value) => value.replaceAll(/\s+/g, ' ').trim())
const medium = z.enum(media)
const parts = z.int().min(1).max(200)
const minutes = z.int().min(1).max(6000)

/** A reading that a person added: theirs, or seen through a plan that holds it. */
const ownReading = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Null: it has none. */
  url: z.string().nullable(),
  byline: z.string(),
  medium,
  parts: z.int(),
  minutes: z.int(),
  /** Nobody stated the minutes. */
  isEstimate: z.boolean(),
  addedOn: isoDay,
  /** Whether the viewer added it. */
  isMine: z.boolean(),
  updatedAt: time,
})
/** An output of `ownReading`. */
export type OwnReading = z.output<typeof ownReading>

const facts = z.strictObject({
  title: title.optional(),
  url: webAddress.nullable(),
  byline: byline.optional(),
  medium: medium.optional(),
  parts: parts.optional(),
  minutes: minutes.optional(),
})

const newOwnReading = facts
  .extend({ id: ownId.optional() })
  .refine((value) => value.url !== null || value.title !== undefined, {
    path: ['title'],
    error: 'Give it a title: it has no address to be known by.',
  })

/** What of an own reading changes. */
const ownReadingChange = z.strictObject({
  title: title.optional(),
  url: webAddress.nullable().optional(),
  byline: byline.optional(),
  medium: medium.optional(),
  parts: parts.optional(),
  /** Null: by estimate again. */
  minutes: minutes.nullable().optional(),
})
/** An output of `ownReadingChange`. */
export type OwnReadingChange = z.output<typeof ownReadingChange>

/** Where an added address led: to a new own reading, to one that was there, or to the catalogue's. */
const addedReading = z.strictObject({ id: z.string(), is: z.enum(['new', 'own', 'catalogue']), title: z.string() })
/** An output of `addedReading`. */
export type AddedReading = z.output<typeof addedReading>

const params = z.object({ readingId: ownId })

export const ownReadingEndpoints = {
  'GET own-readings': {
    query: z.object({
      limit: z.coerce.number<number | string>().pipe(z.int().min(1).max(200)).default(100),
      cursor: z
        .string()
        .max(80)
        .regex(/^\d+\.[a-z0-9-]+$/)
        .optional(),
    }),
    answer: z.strictObject({
      items: z.array(ownReading),
      total: z.int(),
      /** How many a person may have. */
      most: z.int(),
      nextCursor: z.string().nullable(),
    }),
  },
  'POST own-readings': { body: newOwnReading, status: 201, answer: addedReading },
  /** The title that a page states of itself, or why it could not be asked. */
  'POST own-readings/title': {
    body: z.strictObject({ url: webAddress }),
    answer: z.strictObject({ title: z.string().nullable(), problem: z.string().nullable() }),
  },
  /** Brings bookmarks in, or says what they would add. */
  'POST own-readings/import': {
    body: z.strictObject({
      /** The file's text. Broken characters are repaired, not refused. */
      text: z
        .string()
        .max(bookmarksBytes)
        .transform((text) => text.toWellFormed()),
      apply: z.boolean().default(false),
    }),
    bodyBytes: bookmarksBytes,
    answer: bookmarksReport,
  },
  'GET own-readings/[readingId]': { params, answer: ownReading },
  'PATCH own-readings/[readingId]': { params, body: ownReadingChange, answer: ownReading },
  'DELETE own-readings/[readingId]': { params, answer: 'nothing' },
  /** Brings one back that was deleted in the last 30 days, with all that hung on it. */
  'POST own-readings/[readingId]/restore': { params, answer: 'nothing' },
} as const satisfies EndpointPage
