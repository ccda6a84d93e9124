import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { tokenScopes } from '#lib/auth/token-scope.ts'
import { users } from './users.ts'

/** A person's key for another program. Times are milliseconds since the epoch, UTC. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    scope: text({ enum: tokenScopes }).notNull(),
    /** SHA-256 of the token: a stolen database opens nothing. */
    tokenHash: text().notNull().unique(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** Written at most every few minutes. */
    lastUsedAt: integer(),
    /** The row stays for a while, so that the program that still uses it is told why it is refused. */
    revokedAt: integer(),
  },
  (t) => [index('tokens_user').on(t.userId)],
)
