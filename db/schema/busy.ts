import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './users.ts'

/** A person's calendar of other things: where it is read, and when they study. Of its events nothing is kept. */
export const busyCalendars = sqliteTable('busy_calendars', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Null: a file that was given once. */
  url: text(),
  /** The hours of study, in minutes since midnight. */
  studyFrom: integer().notNull(),
  studyTo: integer().notNull(),
  /** Milliseconds, UTC. */
  readAt: integer().notNull(),
  /** Events that could not be followed. */
  left: integer().notNull(),
  /** Why it could not be read the last time; empty: it could. */
  problem: text().notNull().default(''),
})

/** The minutes that a calendar leaves of a day's hours of study; only days of which it takes some. */
export const freeDays = sqliteTable(
  'free_days',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** ISO day in the person's zone. */
    day: text().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day] })],
)
