import { z } from 'zod'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { forkFields } from '#lib/sharing/fork-diff.ts'
import type { OfferedChange } from '#lib/sharing/fork-offer.ts'
import type { SeenWeek } from '#lib/sharing/group-week.ts'
import { linkStates } from '#lib/sharing/link-state.ts'
import { planEventKinds } from '#lib/sharing/plan-event.ts'
import { givenRoles } from '#lib/permissions.ts'
import { type SeenMember, showsChoices } from '#lib/sharing/visibility.ts'
import { isoDay, time } from './common.ts'
import { card } from './notes.ts'
import { planRole } from './plan-answers.ts'

/** What the server tells of shared plans: the shapes that its queries give, its API answers and the browser keeps. */

export const givenRole = z.enum(givenRoles)
const shows = z.enum(showsChoices)

/** A link as the plan's owner sees it. Its token is known to nobody but those who were sent it. */
const linkItem = z.strictObject({
  id: z.string(),
  role: givenRole,
  state: z.enum(linkStates),
  expiresAt: time.nullable(),
  maxUses: z.int().nullable(),
  /** How many joined by it. */
  uses: z.int(),
  createdAt: time,
})
/** An output of `linkItem`. */
export type LinkItem = z.output<typeof linkItem>

/** How a plan is shared: its links, the newest first, and what the public page gives where there is one. */
export const planLinks = z.strictObject({
  items: z.array(linkItem),
  public: z.strictObject({ role: givenRole, uses: z.int() }).nullable(),
})
/** An output of `planLinks`. */
export type PlanLinks = z.output<typeof planLinks>

/** A person on a plan, as the others on it see them. */
export const memberItem = z.strictObject({
  userId: z.string(),
  name: z.string(),
  role: planRole,
  shows,
  self: z.boolean(),
  /** Null: invited and not yet joined. */
  joinedAt: time.nullable(),
})
/** An output of `memberItem`. */
export type MemberItem = z.output<typeof memberItem>

/** Somebody with an account here. */
export const personItem = z.strictObject({ userId: z.string(), name: z.string() })
/** An output of `personItem`. */
export type PersonItem = z.output<typeof personItem>

/** A plan that somebody was invited to and has not joined. */
export const invitationItem = z.strictObject({
  planId: z.string(),
  title: z.string(),
  role: planRole,
  /** The name of who invited; null where that person is gone. */
  invitedBy: z.string().nullable(),
  at: time,
})
/** An output of `invitationItem`. */
export type InvitationItem = z.output<typeof invitationItem>

/** A comment on an item. */
export const commentItem = z.strictObject({
  id: z.string(),
  itemId: z.string(),
  name: z.string(),
  markdown: z.string(),
  /** The same as safe HTML, with mentions in bold. */
  html: z.string(),
  /** Whether it mentions the viewer. */
  mentionsMe: z.boolean(),
  canEdit: z.boolean(),
  canRemove: z.boolean(),
  createdAt: time,
  editedAt: time.nullable(),
})
/** An output of `commentItem`. */
export type CommentItem = z.output<typeof commentItem>

/** One line of a plan's activity. */
const activityItem = z.strictObject({
  id: z.string(),
  kind: z.enum([...planEventKinds, 'done', 'skipped']),
  text: z.string(),
  /** The item it is about, where that is still on the plan. */
  itemId: z.string().nullable(),
  /** Whether it is a comment that mentions the viewer. */
  mentionsMe: z.boolean(),
  at: time,
})
/** An output of `activityItem`. */
export type ActivityItem = z.output<typeof activityItem>

/** A page of a plan's activity. `nextCursor` asks for the one after; null: there is none. */
export const activity = z.strictObject({ items: z.array(activityItem), nextCursor: z.string().nullable() })
/** An output of `activity`. */
export type ActivityAnswer = z.output<typeof activity>

/** A note that its writer shares with a plan. */
const sharedNote = z.strictObject({
  readingId: z.string(),
  readingTitle: z.string(),
  userId: z.string(),
  name: z.string(),
  self: z.boolean(),
  /** Safe HTML of the note's Markdown. */
  html: z.string(),
  card,
  updatedAt: time,
})
/** An output of `sharedNote`. */
export type SharedNote = z.output<typeof sharedNote>

/** A reading of the plan on which the viewer has a note. */
const ownNote = z.strictObject({ readingId: z.string(), title: z.string(), shared: z.boolean() })
/** An output of `ownNote`. */
export type OwnNoteOnPlan = z.output<typeof ownNote>

/** Shared notes of a plan, and those that the viewer could share. */
export const planNotes = z.strictObject({ items: z.array(sharedNote), own: z.array(ownNote) })
/** An output of `planNotes`. */
export type PlanNotes = z.output<typeof planNotes>

const seenEntry = z.strictObject({ itemId: z.string(), state: z.enum(itemStateNames), day: isoDay.nullable() })

/** A member's progress as one particular person may see it. */
export const seenMember = z.strictObject({
  userId: z.string(),
  name: z.string(),
  role: planRole,
  self: z.boolean(),
  shows,
  counts: z.strictObject({ done: z.int(), skipped: z.int(), doneByWeek: z.record(z.string(), z.int()) }).nullable(),
  entries: z.array(seenEntry).nullable(),
}) satisfies z.ZodType<SeenMember>

const seenWeek = z.strictObject({
  userId: z.string(),
  name: z.string(),
  self: z.boolean(),
  counts: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  items: z
    .array(z.strictObject({ itemId: z.string(), title: z.string(), state: z.enum(itemStateNames), date: isoDay }))
    .nullable(),
}) satisfies z.ZodType<SeenWeek>

/** Everybody's present week on a plan. `monday` is the viewer's. */
export const groupWeek = z.strictObject({ monday: isoDay, members: z.array(seenWeek) })
/** An output of `groupWeek`. */
export type GroupWeek = z.output<typeof groupWeek>

const key = z.string()
const title = z.string()
const phaseTitle = z.string().nullable()
const phaseWords = z.strictObject({ title: z.string(), goal: z.string() })
/** The value of any of an item's fields. */
const value = z.union([z.string(), z.number(), z.array(z.string()), z.null()])
const fieldChange = z.strictObject({ field: z.enum(forkFields), before: value, after: value, own: value.optional() })

const offeredChange = z.discriminatedUnion('kind', [
  z.strictObject({
    key,
    kind: z.literal('added'),
    title,
    phaseTitle,
    item: z.strictObject({
      kind: z.enum(itemKinds),
      tier: z.enum(tiers),
      minutes: z.number(),
      reason: z.string(),
    }),
  }),
  z.strictObject({ key, kind: z.literal('removed'), title, edited: z.boolean() }),
  z.strictObject({ key, kind: z.literal('edited'), title, fields: z.array(fieldChange) }),
  z.strictObject({ key, kind: z.literal('moved'), title, phaseTitle, after: z.string().nullable() }),
  z.strictObject({ key, kind: z.literal('phase'), title, before: phaseWords, after: phaseWords }),
]) satisfies z.ZodType<OfferedChange>

/** Edits of the origin that a fork has not dealt with yet. */
export const forkOffer = z.strictObject({
  /** False when the origin is gone, private again, or its link is dead: nothing more will come. */
  open: z.boolean(),
  changes: z.array(offeredChange),
})
/** An output of `forkOffer`. */
export type ForkOffer = z.output<typeof forkOffer>

/** What an open page of a plan asks for every few seconds: another pulse means that something changed. */
export const pulse = z.strictObject({ pulse: z.string(), role: planRole })
/** An output of `pulse`. */
export type Pulse = z.output<typeof pulse>
