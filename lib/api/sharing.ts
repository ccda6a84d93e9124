import { z } from 'zod'
import { showsChoices } from '#lib/sharing/visibility.ts'
import { planFormats } from '#lib/sharing/plan-exchange.ts'
import { clientId, line, readingId, text } from './common.ts'
import { datesAndMinutes, endBeforeStart, endsAfterStart, itemId, planId } from './plans.ts'
import { readCursor } from '#lib/sharing/activity-cursor.ts'

const role = z.enum(['editor', 'member', 'guest'])
const userId = clientId
/** Markdown of a comment. */
export const maxComment = 4000

/** The folder `plans/<id>` in an address. */
export const planParams = z.object({ planId })
/** `plans/<id>/links/<linkId>`. */
export const linkParams = z.object({ planId, linkId: clientId })
/** `plans/<id>/members/<userId>`. */
export const memberParams = z.object({ planId, userId })
/** `plans/<id>/comments/<commentId>`. */
export const commentParams = z.object({ planId, commentId: clientId })
/** `plans/<id>/notes/<readingId>`. */
export const noteParams = z.object({ planId, readingId })
/** `shared/<token>`: a link's token, or the id of a plan whose page is public. What fits neither is no link. */
export const tokenParams = z.object({ token: z.string().max(200) })

/** Body of POST `plans/<id>/links`: `expiresAt` in milliseconds, UTC; null for no limit. */
export const newLinkBody = z.strictObject({
  role,
  expiresAt: z.int().min(0).max(8.64e15).nullable().default(null),
  maxUses: z.int().min(1).max(10_000).nullable().default(null),
})

/** Body of PUT `plans/<id>/public`. */
export const publicPageBody = z.strictObject({ role: z.enum(['member', 'guest']) })

/** Body of POST `plans/<id>/members`. */
export const inviteBody = z.strictObject({ userId, role })

/** Body of PATCH `plans/<id>/members/<userId>`: a role, given by the owner, or what one shows of oneself. */
export const memberBody = z.union([z.strictObject({ role }), z.strictObject({ shows: z.enum(showsChoices) })])

/** Query of DELETE `plans/<id>/members/<userId>`. */
export const removeMemberQuery = z.object({ revokeLinks: z.enum(['true', 'false']).default('false') })

/** Body of PUT `plans/<id>/owner`. */
export const ownerBody = z.strictObject({ userId })

/** Query of GET `plans/<id>/people`. */
export const peopleQuery = z.object({ q: text(254).default('') })

/** Body of POST `shared/<token>/join` and `plans/<id>/invitation`. */
export const joinBody = datesAndMinutes.refine(endsAfterStart, endBeforeStart)

/** Body of POST `shared/<token>/fork` and `plans/<id>/fork`. */
export const forkBody = datesAndMinutes
  .extend({ id: planId.optional(), title: line(120).optional() })
  .refine(endsAfterStart, endBeforeStart)

/** Body of POST `plans/import`: the file's text, Markdown or JSON. */
export const importBody = datesAndMinutes
  .extend({ id: planId.optional(), file: z.string().max(2_000_000) })
  .refine(endsAfterStart, endBeforeStart)

const markdown = text(maxComment).refine((value) => value.trim() !== '', 'Write something first.')
/** Body of POST `plans/<id>/comments`. */
export const newCommentBody = z.strictObject({ id: clientId, itemId, markdown })
/** Body of PUT `plans/<id>/comments/<commentId>`. */
export const commentBody = z.strictObject({ markdown })
/** Query of GET `plans/<id>/comments`. */
export const commentsQuery = z.object({ item: itemId.optional() })

/** Query of GET `plans/<id>/activity`: the `nextCursor` of the page before. */
export const activityQuery = z.object({
  cursor: z
    .string()
    .transform((cursor, context) => {
      const place = readCursor(cursor)
      if (place === null) context.addIssue('This is no place in the activity.')
      return place ?? z.NEVER
    })
    .optional(),
})

const keys = z.array(z.string().max(64)).max(5000)
/** Body of POST `plans/<id>/changes`. */
export const decisionBody = z.strictObject({ take: keys.default([]), leave: keys.default([]) })

/** Query of GET `plans/<id>/export`. */
export const exportQuery = z.object({
  format: z.enum(Object.keys(planFormats) as [keyof typeof planFormats]).default('md'),
})
