import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Dealt } from '#lib/planning/promise.ts'
import { plans } from './plans.ts'
import { users } from './users.ts'

/** How a member's days of a plan were last dealt: what holds until the next act that moves days. */
export const dealings = sqliteTable(
  'dealings',
  {
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Another one with each dealing. */
    id: text().notNull(),
    dealt: text({ mode: 'json' }).$type<Dealt>().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.userId] }), index('dealings_user').on(t.userId)],
)

/**
 * What a day was planned to hold, as it was dealt last before the day was over; no later act changes it. It outlives
 * the items and the plan, which is why it refers to neither.
 */
export const promisedDays = sqliteTable(
  'promised_days',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    planId: text().notNull(),
    /** ISO day of the person. */
    day: text().notNull(),
    /** Minutes that the plan asked for on that day. */
    minutes: integer().notNull(),
    /** Minutes of all that stood on it. */
    planned: integer().notNull(),
    /** Ids of what stood on it, with its minutes. */
    items: text({ mode: 'json' }).$type<[id: string, minutes: number][]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.planId, t.day] }), index('promised_days_user').on(t.userId, t.day)],
)
