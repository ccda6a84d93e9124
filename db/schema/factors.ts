import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './users.ts'

/** An authenticator app: the secret that it shares with this server. A person has at most one. */
export const totps = sqliteTable('totps', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** The secret, sealed with the server's own: a stolen database makes no codes. */
  sealed: text().notNull(),
  /** The half minute of the last code that was used: this one and earlier ones open nothing. */
  lastStep: integer().notNull().default(0),
  /** Null until the first code was typed; only then is it asked for. */
  confirmedAt: integer(),
})

/** Codes that each stand in once for a lost phone or key. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/** A public key whose private half a phone, a laptop or a security key holds for this server. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** How often it signed, where it counts; a number that does not grow tells of a copy. */
    counter: integer().notNull(),
    transports: text({ mode: 'json' }).$type<string[]>().notNull(),
    name: text().notNull(),
    createdAt: integer().notNull(),
    lastUsedAt: integer(),
  },
  (t) => [index('passkeys_user').on(t.userId)],
)

/** What a passkey was asked to sign: each is good for one answer, within five minutes. */
export const challenges = sqliteTable(
  'challenges',
  {
    /** SHA-256 of the challenge. */
    hash: text().primaryKey(),
    purpose: text({ enum: ['sign-in', 'proof', 'new-passkey'] }).notNull(),
    /** Who is asked; null where anybody may sign in by it. */
    userId: text().references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: integer().notNull(),
  },
  (t) => [index('challenges_user').on(t.userId)],
)
