import { z } from 'zod'
import { showsChoices } from '#lib/sharing/visibility.ts'
import { planFormats } from '#lib/sharing/plan-exchange.ts'
import { clientId, line, listOf, readingId, text, time } from './common.ts'
import type { EndpointPage, InputOf } from './endpoint.ts'
import { planRole } from './plan-answers.ts'
import { itemId, planId, planParams } from './plan-params.ts'
import { datesAndMinutes, endBeforeStart, endsAfterStart } from './plans.ts'
import * as answers from './sharing-answers.ts'
import { readCursor } from '#lib/sharing/activity-cursor.ts'

const role = answers.givenRole
const userId = clientId
/** Markdown of a comment. */
export const maxComment = 4000

/** `plans/<id>/links/<linkId>`. */
const linkParams = planParams.extend({ linkId: clientId })
/** `plans/<id>/members/<userId>`. */
const memberParams = planParams.extend({ userId })
/** `plans/<id>/comments/<commentId>`. */
const commentParams = planParams.extend({ commentId: clientId })
/** `plans/<id>/notes/<readingId>`. */
const noteParams = planParams.extend({ readingId })
/** `shared/<token>`: a link's token, or the id of a plan whose page is public. What fits neither is no link. */
export const tokenParams = z.object({ token: z.string().max(200) })

/** Body of POST `plans/<id>/links`: `expiresAt` in milliseconds, UTC; null for no limit. */
const newLinkBody = z.strictObject({
  role,
  expiresAt: z.int().min(0).max(8.64e15).nullable().default(null),
  maxUses: z.int().min(1).max(10_000).nullable().default(null),
})

/** An input of `newLinkBody`. */
export type NewLinkInput = InputOf<typeof newLinkBody>

/** Body of PUT `plans/<id>/public`. */
const publicPageBody = z.strictObject({ role: z.enum(['member', 'guest']) })

/** Body of POST `plans/<id>/members`. */
const inviteBody = z.strictObject({ userId, role })

/** Body of PATCH `plans/<id>/members/<userId>`: a role, given by the owner, or what one shows of oneself. */
const memberBody = z.union([z.strictObject({ role }), z.strictObject({ shows: z.enum(showsChoices) })])

/** Query of DELETE `plans/<id>/members/<userId>`. */
const removeMemberQuery = z.object({ revokeLinks: z.enum(['true', 'false']).default('false') })

/** Body of PUT `plans/<id>/owner`. */
const ownerBody = z.strictObject({ userId })

/** Query of GET `plans/<id>/people`. */
const peopleQuery = z.object({ q: text(254).default('') })

/** Body of POST `shared/<token>/join` and `plans/<id>/invitation`. */
const joinBody = datesAndMinutes.refine(endsAfterStart, endBeforeStart)

/** An input of `joinBody`. */
export type DatesInput = InputOf<typeof joinBody>

/** Body of POST `shared/<token>/fork` and `plans/<id>/fork`. */
const forkBody = datesAndMinutes
  .extend({ id: planId.optional(), title: line(120).optional() })
  .refine(endsAfterStart, endBeforeStart)

/** An input of `forkBody`. */
export type ForkInput = InputOf<typeof forkBody>

/** Body of POST `plans/import`: the file's text, Markdown or JSON. */
const importBody = datesAndMinutes
  .extend({ id: planId.optional(), file: z.string().max(2_000_000) })
  .refine(endsAfterStart, endBeforeStart)

const markdown = text(maxComment).refine((value) => value.trim() !== '', 'Write something first.')
/** Body of POST `plans/<id>/comments`. */
const newCommentBody = z.strictObject({ id: clientId, itemId, markdown })
/** Body of PUT `plans/<id>/comments/<commentId>`. */
const commentBody = z.strictObject({ markdown })
/** Query of GET `plans/<id>/comments`. */
const commentsQuery = z.object({ item: itemId.optional() })

/** Query of GET `plans/<id>/activity`: the `nextCursor` of the page before. */
const activityQuery = z.object({
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
const decisionBody = z.strictObject({ take: keys.default([]), leave: keys.default([]) })

/** Query of GET `plans/<id>/export`. */
const exportQuery = z.object({
  format: z.enum(Object.keys(planFormats) as [keyof typeof planFormats]).default('md'),
})

const joined = z.strictObject({ planId: z.string(), role: planRole })
/** An output of `joined`. */
export type Joined = z.output<typeof joined>
const madePlan = z.strictObject({ planId: z.string() })
const onlyId = z.strictObject({ id: z.string() })

export const sharingEndpoints = {
  'GET plans/[planId]/links': { params: planParams, answer: answers.planLinks },
  /** The link's address is in this answer and nowhere else. */
  'POST plans/[planId]/links': {
    params: planParams,
    body: newLinkBody,
    status: 201,
    answer: onlyId.extend({ url: z.string(), role, expiresAt: time.nullable(), maxUses: z.int().nullable() }),
  },
  'DELETE plans/[planId]/links/[linkId]': { params: linkParams, answer: 'nothing' },
  'PUT plans/[planId]/public': {
    params: planParams,
    body: publicPageBody,
    answer: publicPageBody.extend({ url: z.string() }),
  },
  'DELETE plans/[planId]/public': { params: planParams, answer: 'nothing' },
  'GET plans/[planId]/people': { params: planParams, query: peopleQuery, answer: listOf(answers.personItem) },
  'PUT plans/[planId]/owner': { params: planParams, body: ownerBody, answer: ownerBody },
  'GET plans/[planId]/members': { params: planParams, answer: listOf(answers.memberItem) },
  'POST plans/[planId]/members': { params: planParams, body: inviteBody, status: 201, answer: inviteBody },
  'PATCH plans/[planId]/members/[userId]': { params: memberParams, body: memberBody, answer: memberBody },
  'DELETE plans/[planId]/members/[userId]': { params: memberParams, query: removeMemberQuery, answer: 'nothing' },
  'GET invitations': { answer: listOf(answers.invitationItem) },
  'POST plans/[planId]/invitation': { params: planParams, body: joinBody, answer: joined },
  'DELETE plans/[planId]/invitation': { params: planParams, answer: 'nothing' },
  'POST shared/[token]/join': { params: tokenParams, body: joinBody, answer: joined },
  'POST shared/[token]/fork': { params: tokenParams, body: forkBody, status: 201, answer: madePlan },
  'POST plans/[planId]/fork': { params: planParams, body: forkBody, status: 201, answer: madePlan },
  'GET plans/[planId]/changes': { params: planParams, answer: answers.forkOffer },
  'POST plans/[planId]/changes': {
    params: planParams,
    body: decisionBody,
    bodyBytes: 1_000_000,
    answer: z.strictObject({ taken: z.int() }),
  },
  'GET plans/[planId]/export': { params: planParams, query: exportQuery, answer: 'file' },
  'POST plans/import': {
    body: importBody,
    bodyBytes: 4_000_000,
    status: 201,
    /** `ignored` are sentences about lines that were left out, the first 20 of `ignoredCount`. */
    answer: madePlan.extend({ ignored: z.array(z.string()), ignoredCount: z.int() }),
  },
  'GET plans/[planId]/progress': { params: planParams, answer: listOf(answers.seenMember) },
  'GET plans/[planId]/week': { params: planParams, answer: answers.groupWeek },
  'GET plans/[planId]/version': { params: planParams, answer: answers.pulse },
  'GET plans/[planId]/comments': { params: planParams, query: commentsQuery, answer: listOf(answers.commentItem) },
  'POST plans/[planId]/comments': { params: planParams, body: newCommentBody, status: 201, answer: onlyId },
  'PUT plans/[planId]/comments/[commentId]': { params: commentParams, body: commentBody, answer: onlyId },
  'DELETE plans/[planId]/comments/[commentId]': { params: commentParams, answer: 'nothing' },
  'GET plans/[planId]/activity': { params: planParams, query: activityQuery, answer: answers.activity },
  'GET plans/[planId]/feed': { params: planParams, answer: z.strictObject({ createdAt: time.nullable() }) },
  /** The feed's address is in this answer and nowhere else. */
  'POST plans/[planId]/feed': {
    params: planParams,
    status: 201,
    answer: z.strictObject({ url: z.string(), createdAt: time }),
  },
  'DELETE plans/[planId]/feed': { params: planParams, answer: 'nothing' },
  'GET plans/[planId]/notes': { params: planParams, answer: answers.planNotes },
  'PUT plans/[planId]/notes/[readingId]': {
    params: noteParams,
    answer: z.strictObject({ readingId: z.string(), shared: z.literal(true) }),
  },
  'DELETE plans/[planId]/notes/[readingId]': { params: noteParams, answer: 'nothing' },
} as const satisfies EndpointPage
