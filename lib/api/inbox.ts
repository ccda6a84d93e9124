import { z } from 'zod'
import { inboxKinds } from '#lib/inbox/inbox.ts'
import { readCursor } from '#lib/sharing/activity-cursor.ts'
import { time } from './common.ts'
import type { EndpointPage } from './endpoint.ts'

const kind = z.enum(inboxKinds)

const entry = z.strictObject({
  id: z.string(),
  kind,
  at: time,
  text: z.string(),
  detail: z.string(),
  href: z.string(),
  isRead: z.boolean(),
})
/** An output of `entry`. */
export type InboxItem = z.output<typeof entry>

const inbox = z.strictObject({
  items: z.array(entry),
  /** How many are unread; 99 stands for that many or more. */
  unread: z.int(),
  /** Asks for the page after; null: there is none. */
  nextCursor: z.string().nullable(),
})
/** An output of `inbox`. */
export type InboxAnswer = z.output<typeof inbox>

const query = z.object({
  cursor: z
    .string()
    .transform((cursor, context) => {
      const place = readCursor(cursor)
      if (place === null) context.addIssue('This is no place in the inbox.')
      return place ?? z.NEVER
    })
    .optional(),
  /** 0 asks for the count alone. */
  limit: z.coerce.number<number | string>().int().min(0).max(50).default(50),
})

const settings = z.strictObject({
  /** Kinds that are switched off. */
  off: z.array(kind).max(inboxKinds.length),
})

export const inboxEndpoints = {
  /** What others did that concerns the viewer, the newest first: the last 90 days. */
  'GET inbox': { query, answer: inbox },
  /** Everything up to a moment is read. */
  'PUT inbox': { body: z.strictObject({ readUntil: time }), answer: 'nothing' },
  'GET inbox/settings': { answer: settings },
  'PUT inbox/settings': { body: settings, answer: settings },
  'PUT inbox/[entryId]': {
    params: z.object({ entryId: z.string().max(200) }),
    body: z.strictObject({ isRead: z.boolean() }),
    answer: 'nothing',
  },
} as const satisfies EndpointPage
