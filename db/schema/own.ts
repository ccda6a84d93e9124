import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { allReadings } from './catalogue.ts'
import { users } from './users.ts'

/** An own reading that its owner deleted, with all rows of theirs that hung on it: kept for 30 days, to have it back. */
export const removedOwnReadings = sqliteTable(
  'removed_own_readings',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Rows by table, the reading's own under `readings`. */
    rows: text({ mode: 'json' }).$type<Record<string, Record<string, string | number | null>[]>>().notNull(),
    removedAt: integer().notNull(),
  },
  (t) => [index('removed_own_readings_user').on(t.userId), index('removed_own_readings_at').on(t.removedAt)],
)

/** Words of a reading that a person kept, as they stand there. */
export const quotes = sqliteTable(
  'quotes',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readingId: text()
      .notNull()
      .references(() => allReadings.id),
    text: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [index('quotes_reading').on(t.userId, t.readingId, t.createdAt)],
)

/** An own reading that its owner offers to the catalogue, until an admin decides. */
export const ownOffers = sqliteTable(
  'own_offers',
  {
    readingId: text()
      .primaryKey()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Why it belongs there. */
    reason: text().notNull(),
    state: text({ enum: ['open', 'accepted', 'declined'] }).notNull(),
    createdAt: integer().notNull(),
    decidedAt: integer(),
  },
  (t) => [index('own_offers_state').on(t.state, t.createdAt), index('own_offers_user').on(t.userId)],
)

/** A time through a reading beside the one that its mark says: read again, or read years ago. */
export const readThroughs = sqliteTable(
  'read_throughs',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readingId: text()
      .notNull()
      .references(() => allReadings.id),
    /** ISO day in the person's zone; null: some time ago. */
    day: text(),
    minutes: integer(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [index('read_throughs_reading').on(t.userId, t.readingId)],
)

/** How far a person is inside a reading: so many parts, pages or chapters of so many. */
export const readingProgress = sqliteTable(
  'reading_progress',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readingId: text()
      .notNull()
      .references(() => allReadings.id),
    at: integer().notNull(),
    of: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.readingId] })],
)
