import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { userRoles } from '#lib/auth/user-role.ts'
import { securityKinds } from '#lib/auth/security-kinds.ts'

/** A person with an account here. Times are milliseconds since the epoch, UTC. */
export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Lower case and trimmed; what a person signs in with. */
    email: text().notNull(),
    role: text({ enum: userRoles }).notNull(),
    /** IANA name. */
    timeZone: text().notNull().default('UTC'),
    /** The hour, 0 to 6, at which a new study day begins. */
    rolloverHour: integer().notNull().default(0),
    /** Percent of the estimated minutes that this person needs: 100 is as estimated. */
    speedPercent: integer().notNull().default(100),
    /** Whether estimates are scaled by what this person's timed readings took. */
    usesOwnSpeed: integer({ mode: 'boolean' }).notNull().default(true),
    /** Whether to ask "done?" when the person comes back from an opened link. */
    askOnReturn: integer({ mode: 'boolean' }).notNull().default(false),
    /** The last `catalogue_changes.id` that the person has looked at. */
    seenChangeId: text(),
    /** When an admin shut this account; null: it is open. */
    disabledAt: integer(),
    createdAt: integer().notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
)

/** A way to sign in. A password is issuer `local`, subject the user's id, secret the argon2id hash. */
export const accounts = sqliteTable(
  'accounts',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    secret: text(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index('accounts_user').on(t.userId)],
)

/** One signed-in browser. Deleting the row signs it out at its next request. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the id that the cookie carries: a stolen database opens no session. */
    idHash: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text().notNull().default(''),
    createdAt: integer().notNull(),
    /** When the person last proved, here, to be who they are. */
    provedAt: integer().notNull().default(0),
    lastSeenAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Tries that rate limits count, with their time (`windowStart`): in the database, so that a restart forgets none. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    key: text().notNull(),
    windowStart: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
)

/** A one-time link to set a new password with. A person has at most one. */
export const passwordResets = sqliteTable('password_resets', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** SHA-256 of the token in the link. */
  tokenHash: text().notNull().unique(),
  expiresAt: integer().notNull(),
})

/**
 * What happened to accounts: written in the transaction of the act, never changed. Ids and kinds, no texts. Of a deleted
 * account kind and time stay.
 */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    kind: text({ enum: securityKinds }).notNull(),
    /** Whose account. No foreign key: emptied when the account goes. */
    userId: text(),
    /** Who did it, where that was an admin. */
    actorId: text(),
    /** The id of the link, invitation or plan that it was about. */
    about: text(),
    address: text().notNull().default(''),
    userAgent: text().notNull().default(''),
  },
  (t) => [index('security_events_user').on(t.userId)],
)
