import { z } from 'zod'
import { clientId, line, readingId } from './common.ts'

/** The path of a list; `queue` is the viewer's queue, where that may stand. */
export const listParams = z.object({ listId: clientId })

/** The path of a list whose order is set. */
export const orderParams = z.object({ listId: z.union([z.literal('queue'), clientId]) })

/** The path of a reading in a list. */
export const entryParams = z.object({ listId: clientId, readingId })

/** Body of PUT `/api/v1/lists/<listId>`. */
export const listBody = z.strictObject({ title: line(80) })

/** Body of PUT `/api/v1/lists/<listId>/order`: the whole order. */
export const orderBody = z.strictObject({
  readingIds: z.array(readingId).max(2000),
  /** The order that it was made from: 409 with the present one where readings changed places since. */
  was: z.array(readingId).max(2000).optional(),
})

/** Body of PUT `/api/v1/opinions/<readingId>`: what is left out stays as it is. */
export const opinionBody = z.strictObject({
  favourite: z.boolean().optional(),
  rating: z.int().min(1).max(5).nullable().optional(),
})
