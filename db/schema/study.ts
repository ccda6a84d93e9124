import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { statuses } from '#lib/marks/status.ts'
import { listKinds, studyEventKinds } from '#lib/study/kinds.ts'
import { itemPressStates } from '#lib/presses/fold-items.ts'
import { markPressStates } from '#lib/presses/fold-marks.ts'
import { allReadings } from './catalogue.ts'
import { users } from './users.ts'

const pressStates = [...new Set([...markPressStates, ...itemPressStates])] as [
  (typeof markPressStates | typeof itemPressStates)[number],
]

const owner = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })
// No cascade: a reading that people marked or wrote about is delisted, never deleted.
const reading = () =>
  text()
    .notNull()
    .references(() => allReadings.id)

const card = {
  problem: text().notNull().default(''),
  numbers: text().notNull().default(''),
  choice: text().notNull().default(''),
  tradeOff: text().notNull().default(''),
  useWhen: text().notNull().default(''),
}

/** A viewer's status of a reading; no row means unmarked. */
export const marks = sqliteTable(
  'marks',
  {
    userId: owner(),
    readingId: reading(),
    status: text({ enum: statuses }).notNull(),
    /** Minutes really spent, given when marking done; null when not given. */
    minutesSpent: integer(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.readingId] }), index('marks_reading').on(t.readingId)],
)

/** What a viewer did, a row each: the source of heatmap, minutes a week and adherence. */
export const studyEvents = sqliteTable(
  'study_events',
  {
    id: text().primaryKey(),
    userId: owner(),
    kind: text({ enum: studyEventKinds }).notNull(),
    readingId: text(),
    /** A plan's item, for drills, mocks, reviews and tasks. */
    itemId: text(),
    minutes: integer().notNull(),
    /** ISO day in the viewer's zone, with the rollover hour applied. */
    day: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [index('study_events_user_day').on(t.userId, t.day), index('study_events_reading').on(t.userId, t.readingId)],
)

/** A viewer's Markdown on a reading, with its case card. `version` counts up by one with each save. */
export const notes = sqliteTable(
  'notes',
  {
    userId: owner(),
    readingId: reading(),
    markdown: text().notNull(),
    ...card,
    version: integer().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.readingId] }), index('notes_user_updated').on(t.userId, t.updatedAt)],
)

/** Every saved version of a note, for 30 days. */
export const noteVersions = sqliteTable(
  'note_versions',
  {
    userId: owner(),
    readingId: reading(),
    version: integer().notNull(),
    markdown: text().notNull(),
    ...card,
    savedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.readingId, t.version] }), index('note_versions_saved').on(t.savedAt)],
)

/** What only its owner sees of a reading: favourite and rating. */
export const opinions = sqliteTable(
  'opinions',
  {
    userId: owner(),
    readingId: reading(),
    favourite: integer({ mode: 'boolean' }).notNull().default(false),
    /** 1 to 5. */
    rating: integer(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.readingId] })],
)

/** A named list of one's own. The personal queue is the list with id `queue:<user>` and kind `queue`. */
export const lists = sqliteTable(
  'lists',
  {
    id: text().primaryKey(),
    userId: owner(),
    kind: text({ enum: listKinds }).notNull(),
    title: text().notNull(),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [index('lists_user').on(t.userId)],
)

export const listEntries = sqliteTable(
  'list_entries',
  {
    listId: text()
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    readingId: reading(),
    position: integer().notNull(),
    addedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.readingId] })],
)

/**
 * What a person said of a reading or of an item, press by press: how it stands is worked out from these, in the order in
 * which they were pressed (`lib/presses`). `marks` and `item_states` hold the outcome. At most 40 of one thing are kept.
 */
export const presses = sqliteTable(
  'presses',
  {
    userId: owner(),
    /** `reading:<id>`, or `item:<id>:<pass>`. */
    subject: text().notNull(),
    /** When it was pressed: milliseconds, UTC. */
    at: integer().notNull(),
    state: text({ enum: pressStates }).notNull(),
    minutes: integer(),
    clears: integer({ mode: 'boolean' }).notNull().default(false),
    estimate: integer().notNull(),
    earlier: integer().notNull().default(0),
    reason: text().notNull().default(''),
    /** ISO day on which it was pressed. */
    day: text().notNull(),
    sinceDay: text(),
    since: integer(),
    counts: integer({ mode: 'boolean' }).notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.userId, t.subject, t.at, t.state] })],
)
