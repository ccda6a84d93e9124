import { z } from 'zod'
import { clientId, line, listOf, readingId } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

/** A named list of the viewer's own, its readings in their order. */
const readingList = z.strictObject({ id: z.string(), title: z.string(), readingIds: z.array(z.string()) })
/** An output of `readingList`. */
export type ReadingList = z.output<typeof readingList>

/** The viewer's lists, and the queue in its order. */
const lists = listOf(readingList).extend({ queue: z.array(z.string()) })
/** An output of `lists`. */
export type Lists = z.output<typeof lists>

/** What its owner alone sees of a reading. */
const opinion = z.strictObject({
  readingId: z.string(),
  favourite: z.boolean(),
  /** 1 to 5; null for none. */
  rating: z.int().min(1).max(5).nullable(),
})
/** An output of `opinion`. */
export type Opinion = z.output<typeof opinion>

/** What is left out stays as it is. */
const opinionBody = z.strictObject({
  favourite: z.boolean().optional(),
  rating: z.int().min(1).max(5).nullable().optional(),
})
/** What of an opinion changes. */
export type OpinionChange = z.output<typeof opinionBody>

const params = z.object({ listId: clientId })
const entryParams = z.object({ listId: clientId, readingId })
/** `queue` is the viewer's queue. */
const orderParams = z.object({ listId: z.union([z.literal('queue'), clientId]) })

export const listEndpoints = {
  'GET lists': { answer: lists },
  'PUT lists/[listId]': {
    params,
    body: z.strictObject({ title: line(80) }),
    answer: readingList.omit({ readingIds: true }),
  },
  'DELETE lists/[listId]': { params, answer: 'nothing' },
  /** The whole order. */
  'PUT lists/[listId]/order': {
    params: orderParams,
    body: z.strictObject({
      readingIds: z.array(readingId).max(2000),
      /** The order that it was made from: 409 with the present one where readings changed places since. */
      was: z.array(readingId).max(2000).optional(),
    }),
    bodyBytes: 400_000,
    answer: 'nothing',
  },
  'PUT lists/[listId]/entries/[readingId]': { params: entryParams, answer: 'nothing' },
  'DELETE lists/[listId]/entries/[readingId]': { params: entryParams, answer: 'nothing' },
  'GET opinions': { answer: listOf(opinion) },
  'PUT opinions/[readingId]': { params: z.object({ readingId }), body: opinionBody, answer: opinion },
} as const satisfies EndpointPage
