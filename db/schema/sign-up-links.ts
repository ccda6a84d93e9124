import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { userRoles } from '#lib/auth/user-role.ts'
import { users } from './users.ts'

/** An invitation to make an account here. */
export const signUpLinks = sqliteTable(
  'sign_up_links',
  {
    id: text().primaryKey(),
    /** SHA-256 of the token in the link. */
    tokenHash: text().notNull().unique(),
    /** What whoever signs up by it becomes. */
    role: text({ enum: userRoles }).notNull(),
    expiresAt: integer().notNull(),
    maxUses: integer().notNull(),
    uses: integer().notNull().default(0),
    /** Null where it was made at the machine itself, or its maker is gone. */
    createdBy: text().references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer().notNull(),
    revokedAt: integer(),
  },
  (t) => [index('sign_up_links_creator').on(t.createdBy)],
)
