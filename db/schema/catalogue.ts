import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  sqliteView,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { changeKinds, changeSources } from '#lib/catalogue/catalogue-change.ts'
import { media, minutesBases } from '#lib/catalogue/minutes.ts'
import { linkStatuses, reportKinds, reportStates } from '#lib/link-checks/words.ts'
import { users } from './users.ts'

export const sections = sqliteTable('sections', {
  id: text().primaryKey(),
  title: text().notNull(),
  position: integer().notNull(),
})

/** A node of a section's tree, up to 3 deep. `slug` is unique within its section. */
export const topics = sqliteTable(
  'topics',
  {
    /** `<section>/<slug>`. */
    id: text().primaryKey(),
    sectionId: text()
      .notNull()
      .references(() => sections.id),
    parentId: text().references((): AnySQLiteColumn => topics.id),
    slug: text().notNull(),
    title: text().notNull(),
    /** Place in the section, counted depth first. */
    position: integer().notNull(),
    depth: integer().notNull(),
  },
  (t) => [index('topics_section').on(t.sectionId, t.position)],
)

export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
})

export const technologies = sqliteTable('technologies', {
  id: text().primaryKey(),
  name: text().notNull(),
})

const readingColumns = () => ({
  id: text().primaryKey(),
  /** As the list calls it, without its tails. Not for showing: see `rowTitle` and `fullTitle`. */
  title: text().notNull(),
  /** As the work calls itself, where that is known and differs. */
  workTitle: text(),
  /** The day, month or year on which the work was published. */
  published: text(),
  /** What it is shown by beside its organisation, and without it; made by `lib/catalogue/reading-titles.ts`. */
  rowTitle: text().notNull().default(''),
  fullTitle: text().notNull().default(''),
  url: text().notNull(),
  /** JSON array of earlier addresses of the same reading. */
  formerUrls: text({ mode: 'json' }).$type<string[]>().notNull(),
  organisationId: text().references(() => organisations.id),
  medium: text({
    enum: media,
  }).notNull(),
  parts: integer().notNull(),
  /** Estimated minutes for the whole, at 100 % speed: the base's, or the median of those who read it here. */
  minutes: integer().notNull(),
  minutesBasis: text({ enum: minutesBases }).notNull().default('rule'),
  /** The minutes without what readers spent, and whether somebody stated them. */
  baseMinutes: integer().notNull().default(0),
  baseBasis: text({ enum: ['stated', 'rule'] })
    .notNull()
    .default('rule'),
  /** ISO days; `delistedOn` null means still listed upstream. */
  listedOn: text().notNull(),
  delistedOn: text(),
  /**
   * The facts as the shipped content last gave them. A fact that an admin or an import changed here keeps its value
   * until the shipped one changes too.
   */
  shipped: text({ mode: 'json' }).$type<Record<string, unknown>>(),
})

/**
 * One work at one address: those of the catalogue and people's own. `id` never changes and is never used again: marks
 * and notes hang on it. What is shown to everybody reads `readings`, the view of the catalogue's alone; only private
 * queries read this table, and ask who may see a reading (`maySeeReading` in `db/conditions.ts`).
 */
export const allReadings = sqliteTable(
  'readings',
  {
    ...readingColumns(),
    /** Whose own reading it is; null: the catalogue's. The rest is set for own readings alone. */
    ownerId: text().references(() => users.id),
    /** Who made it, as its owner wrote it. */
    byline: text().notNull().default(''),
    /** What its address is compared by; null without an address. */
    addressKey: text(),
    /** Milliseconds, UTC. */
    ownAddedAt: integer(),
    ownUpdatedAt: integer(),
  },
  (t) => [
    index('readings_organisation').on(t.organisationId),
    index('readings_url').on(t.url),
    uniqueIndex('readings_own').on(t.ownerId, t.addressKey),
  ],
)

/** The catalogue's readings: nobody's own is in here, so what reads this may show it to everybody. */
export const readings = sqliteView('catalogue_readings', readingColumns()).as(
  sql`select * from readings where owner_id is null`,
)

/** Ids of readings that turned out to be another's work: they lead there for ever. */
export const mergedReadings = sqliteTable(
  'merged_readings',
  {
    id: text().primaryKey(),
    readingId: text()
      .notNull()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
  },
  (t) => [index('merged_readings_reading').on(t.readingId)],
)

export const readingPeople = sqliteTable(
  'reading_people',
  {
    readingId: text()
      .notNull()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    name: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.readingId, t.position] })],
)

export const readingTechnologies = sqliteTable(
  'reading_technologies',
  {
    readingId: text()
      .notNull()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
  },
  (t) => [
    primaryKey({ columns: [t.readingId, t.technologyId] }),
    index('reading_technologies_technology').on(t.technologyId),
  ],
)

/** A place where the catalogue lists a reading. */
export const listings = sqliteTable(
  'listings',
  {
    /** `<reading>@<topic id or section>`. */
    id: text().primaryKey(),
    readingId: text()
      .notNull()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
    sectionId: text()
      .notNull()
      .references(() => sections.id),
    /** Null: listed straight under the section. */
    topicId: text().references(() => topics.id),
    /** The title as listed there, with its tails. */
    title: text().notNull(),
    introduction: integer({ mode: 'boolean' }).notNull(),
    /** Place in the section. */
    position: integer().notNull(),
    /** Place in the 2018 edition, 1 to 652; null for later ones. */
    seedOrder: integer(),
    /** Whether the shipped content lists it here; an import's own listings are not withdrawn by the loader. */
    origin: text({ enum: ['shipped', 'import'] }).notNull(),
  },
  (t) => [index('listings_section').on(t.sectionId, t.position), index('listings_reading').on(t.readingId)],
)

/** One row: which catalogue the database holds. */
export const catalogueState = sqliteTable('catalogue_state', {
  id: integer().primaryKey(),
  /** Counts up with every change; what pages were made from. */
  revision: integer().notNull(),
  /** Hash of the shipped content that was last loaded. */
  contentHash: text().notNull(),
  changedAt: integer().notNull(),
})

/** What is known of a reading's address. */
export const linkChecks = sqliteTable('link_checks', {
  readingId: text()
    .primaryKey()
    .references(() => allReadings.id, { onDelete: 'cascade' }),
  /** The address that was checked: a new address is unknown again. */
  url: text().notNull(),
  status: text({ enum: linkStatuses }).notNull(),
  httpStatus: integer(),
  /** Where a redirect led. */
  location: text(),
  /** Failures in a row; one is not death. */
  failures: integer().notNull(),
  reason: text().notNull().default(''),
  /** ISO day, UTC. */
  checkedOn: text().notNull(),
})

/** What a signed-in person says of an address, until the admin decides. */
export const linkReports = sqliteTable(
  'link_reports',
  {
    id: text().primaryKey(),
    readingId: text()
      .notNull()
      .references(() => allReadings.id, { onDelete: 'cascade' }),
    userId: text().notNull(),
    kind: text({ enum: reportKinds }).notNull(),
    /** The new address, for `moved`. */
    url: text(),
    state: text({ enum: reportStates }).notNull(),
    createdAt: integer().notNull(),
    decidedAt: integer(),
  },
  (t) => [index('link_reports_state').on(t.state, t.createdAt)],
)

/** A batch of changes to the catalogue (an import, an accepted report, new shipped content), which can be undone. */
export const catalogueChanges = sqliteTable('catalogue_changes', {
  /** Sorts by time. */
  id: text().primaryKey(),
  source: text({ enum: changeSources }).notNull(),
  title: text().notNull(),
  createdAt: integer().notNull(),
  undoneAt: integer(),
})

export const catalogueChangeEntries = sqliteTable(
  'catalogue_change_entries',
  {
    changeId: text()
      .notNull()
      .references(() => catalogueChanges.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({
      enum: [...changeKinds, 'facts'],
    }).notNull(),
    readingId: text().notNull(),
    /** JSON of what was and what is, enough to undo. */
    before: text({ mode: 'json' }).$type<Record<string, unknown> | null>(),
    after: text({ mode: 'json' }).$type<Record<string, unknown> | null>(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.position] })],
)
