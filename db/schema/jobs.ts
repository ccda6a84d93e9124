import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A run of something that the server does by itself. Its slot is its id: whoever writes the row first runs it. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    job: text().notNull(),
    /** The moment at which it was due, in milliseconds UTC. */
    slot: integer().notNull(),
    startedAt: integer().notNull(),
    /** Null while it runs. */
    endedAt: integer(),
    /** Why it failed; null when it did not. */
    failure: text(),
  },
  (t) => [primaryKey({ columns: [t.job, t.slot] })],
)
