import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { givenRoles, planRoles } from '#lib/permissions.ts'
import { repairKinds } from '#lib/planning/repairs.ts'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { showsChoices } from '#lib/sharing/visibility.ts'
import type { Dealt } from '#lib/planning/promise.ts'
import { allReadings } from './catalogue.ts'
import { users } from './users.ts'

/** A plan: what is to be done. When each member does it stands in `members`. */
export const plans = sqliteTable(
  'plans',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    description: text().notNull().default(''),
    /** The template it came from; null for a list of one's own. */
    templateId: text(),
    /** The plan that it was forked from, and that plan's items as they were then or when last taken over. */
    originPlanId: text(),
    originSnapshot: text({ mode: 'json' }).$type<unknown[]>(),
    /** Counts up with every change to title, phases or items. */
    version: integer().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Set when the owner deletes it; the rows go 30 days later. */
    deletedAt: integer(),
  },
  (t) => [index('plans_deleted').on(t.deletedAt)],
)

export const phases = sqliteTable(
  'phases',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    title: text().notNull(),
    /** "After this I can …" */
    goal: text().notNull(),
  },
  (t) => [index('phases_plan').on(t.planId, t.position)],
)

/** A thing to do in a plan. */
export const items = sqliteTable(
  'items',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    phaseId: text().references(() => phases.id, { onDelete: 'set null' }),
    position: integer().notNull(),
    kind: text({ enum: itemKinds }).notNull(),
    tier: text({ enum: tiers }).notNull(),
    /** Estimated minutes at 100 % speed. */
    minutes: integer().notNull(),
    /** A series may be split between its parts. */
    parts: integer().notNull().default(1),
    readingId: text().references(() => allReadings.id),
    title: text().notNull(),
    /** Why it is here, in a few words. */
    reason: text().notNull().default(''),
    /** For a drill or mock: the prompt, and what a good answer touches. */
    prompt: text().notNull().default(''),
    touches: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** The question of the content that a drill or mock asks; it may leave the content, the item keeps its words. */
    questionId: text(),
    /** Words of the planners on this item, seen by all members. */
    remark: text().notNull().default(''),
    /** Belongs near the end: not earlier than so many days before the interview, where nothing falls for it. */
    nearEnd: integer(),
    /** The item of the origin that a fork's item came from. */
    originItemId: text(),
    createdAt: integer().notNull(),
  },
  (t) => [index('items_plan').on(t.planId, t.position), index('items_reading').on(t.readingId)],
)

/** A person on a plan, with dates and minutes of their own: the schedule is worked out for each member. */
export const members = sqliteTable(
  'members',
  {
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text({ enum: planRoles }).notNull(),
    /** ISO days in the person's time zone (`users.timeZone`); a null target means no interview day. */
    startDate: text().notNull(),
    targetDate: text(),
    /** Minutes for each weekday, from Monday. */
    weekdayMinutes: text({ mode: 'json' }).$type<number[]>().notNull(),
    /** ISO days. */
    daysOff: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Not read any more: the account's time zone counts on every plan. */
    timeZone: text().notNull(),
    /** What the others on this plan see of this person's progress. */
    shows: text({ enum: showsChoices }).notNull().default('counts'),
    /** The pass that is under way, from 1. */
    pass: integer().notNull().default(1),
    passStartedAt: integer().notNull(),
    invitedBy: text(),
    /** Null: invited and not yet joined. */
    joinedAt: integer(),
    completedAt: integer(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.userId] }), index('members_user').on(t.userId)],
)

/**
 * What a member did with an item in a pass. A `read` item without a row follows the viewer's mark on its reading;
 * a row wins over the mark.
 */
export const itemStates = sqliteTable(
  'item_states',
  {
    itemId: text()
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    pass: integer().notNull(),
    state: text({ enum: itemStateNames }).notNull(),
    /** Why it was skipped; only its writer sees it. */
    reason: text().notNull().default(''),
    minutesSpent: integer(),
    /** Of these, the minutes that were given before `day`. */
    minutesBefore: integer().notNull().default(0),
    /** ISO day in the member's zone on which it was done or skipped. */
    day: text().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.userId, t.pass] }), index('item_states_user').on(t.userId)],
)

/** A day that a member fixed for an item ("move to tomorrow", "pin to a day"). */
export const pins = sqliteTable(
  'pins',
  {
    itemId: text()
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** ISO day in the member's zone. */
    date: text().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.userId] })],
)

/** What a member did about being behind; kept as the plan's history. The newest not undone come into force in order. */
export const repairs = sqliteTable(
  'repairs',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text({ enum: repairKinds }).notNull(),
    /** The settings it puts in force: a target date, minutes a weekday, dropped item ids, or a start date. */
    effect: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** By plan: the dealings that it replaced, and the ids of its own, so that taking it back puts them back exactly. */
    replaced: text({ mode: 'json' }).$type<Record<string, { dealt: Dealt; by: string }>>(),
    createdAt: integer().notNull(),
    undoneAt: integer(),
  },
  (t) => [index('repairs_member').on(t.planId, t.userId, t.createdAt)],
)

/** A finished pass, kept as history when the next begins or the last item is done. */
export const passes = sqliteTable(
  'passes',
  {
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    pass: integer().notNull(),
    startedAt: integer().notNull(),
    endedAt: integer().notNull(),
    /** Counts and minutes at the end: what the completion page shows. */
    summary: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.userId, t.pass] })],
)

/** A share link. The token itself is never stored. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    role: text({ enum: givenRoles }).notNull(),
    /** SHA-256 of a 256-bit token. */
    tokenHash: text().notNull(),
    expiresAt: integer(),
    maxUses: integer(),
    uses: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: integer().notNull(),
    revokedAt: integer(),
  },
  (t) => [uniqueIndex('links_token').on(t.tokenHash), index('links_plan').on(t.planId)],
)

/** A note that its writer shares with a plan. */
export const noteShares = sqliteTable(
  'note_shares',
  {
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readingId: text()
      .notNull()
      .references(() => allReadings.id),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.userId, t.readingId] })],
)

export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    itemId: text()
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    markdown: text().notNull(),
    /** Ids of the members it mentions. */
    mentions: text({ mode: 'json' }).$type<string[]>().notNull(),
    createdAt: integer().notNull(),
    editedAt: integer(),
  },
  (t) => [index('comments_plan').on(t.planId, t.createdAt), index('comments_item').on(t.itemId)],
)

/** What happened on a plan, for its activity feed. Holds no private words. */
export const planEvents = sqliteTable(
  'plan_events',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    itemId: text(),
    data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    at: integer().notNull(),
  },
  (t) => [index('plan_events_plan').on(t.planId, t.at)],
)

/** A secret address of a calendar (`ics`) or activity feed (`atom`). `planId` null: all the viewer's plans. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    planId: text().references(() => plans.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['ics', 'atom', 'done', 'badge'] }).notNull(),
    tokenHash: text().notNull(),
    /** Hour of the day of the events, 0 to 23; null for all-day events. */
    hour: integer(),
    createdAt: integer().notNull(),
  },
  (t) => [uniqueIndex('feeds_token').on(t.tokenHash), index('feeds_user').on(t.userId)],
)

/**
 * The events of a calendar feed as they were last told, so that an event that did not change keeps its time and its
 * number, and one that did counts up. An event that is gone stays here with an empty digest.
 */
export const feedEvents = sqliteTable(
  'feed_events',
  {
    feedId: text()
      .notNull()
      .references(() => feeds.id, { onDelete: 'cascade' }),
    uid: text().notNull(),
    digest: text().notNull(),
    sequence: integer().notNull(),
    changedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.feedId, t.uid] })],
)

/** Time that a person takes on a reading, or on an item that is none. At most one of a person's runs. */
export const timers = sqliteTable(
  'timers',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** One of the two. */
    readingId: text().references(() => allReadings.id),
    itemId: text().references(() => items.id, { onDelete: 'cascade' }),
    /** Milliseconds of the stretches that are over. */
    elapsedMs: integer().notNull(),
    /** When the stretch that runs began; null: it is paused. Milliseconds, UTC. */
    startedAt: integer(),
    updatedAt: integer().notNull(),
  },
  (t) => [uniqueIndex('timers_reading').on(t.userId, t.readingId), uniqueIndex('timers_item').on(t.userId, t.itemId)],
)
