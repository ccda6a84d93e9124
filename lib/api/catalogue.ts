import { z } from 'zod'
import { changeKinds } from '#lib/catalogue/catalogue-change.ts'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import { isoDay, line, readingId, slug, text } from './common.ts'

/** An address of the web, as a person gives it. */
export const webAddress = text(2000)
  .transform((value) => value.trim())
  .refine((value) => parseHttpUrl(value) !== null, 'This is no http or https address.')

/** Body of POST `/api/v1/readings/<id>/reports`. */
export const reportBody = z.strictObject({ kind: z.enum(['dead', 'moved', 'paywall']), url: webAddress.optional() })

/** Body of PUT `/api/v1/link-reports/<id>`; `url` is the address to take instead of the one reported. */
export const decisionBody = z.strictObject({ state: z.enum(['accepted', 'declined']), url: webAddress.optional() })

/** Body of PUT `/api/v1/readings/<id>/address`. */
export const addressBody = z.strictObject({ url: webAddress })

/** Body of PUT `/api/v1/readings/<id>/link`. */
export const findingBody = z.strictObject({ finding: z.enum(['alive', 'dead', 'paywall']) })

/** Most bytes of an import's body: a list of 20,000 items has about 3 MB. */
export const importBytes = 12_000_000

/** Body of POST `/api/v1/catalogue-imports/preview`. */
export const previewBody = z.strictObject({
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
export const importBody = previewBody.extend({
  /** The revision of the catalogue that was looked at. */
  revision: z.int().min(0),
  /** Readings whose changes are left out, */
  skip: z.array(readingId).max(50_000).default([]),
  /** and kinds of changes that are. */
  without: z.array(z.enum(changeKinds)).default([]),
})

/** The id of a batch of changes. */
export const changeId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

/** Body of PUT `/api/v1/catalogue-changes/<id>`. */
export const undoBody = z.strictObject({ undone: z.literal(true) })
