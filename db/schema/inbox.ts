import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { InboxKind } from '#lib/inbox/inbox.ts'
import { users } from './users.ts'

/** What a person wants of their inbox, and how far they read it. The entries themselves are kept nowhere. */
export const inboxSettings = sqliteTable('inbox_settings', {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Kinds that are switched off. */
  off: text({ mode: 'json' }).$type<InboxKind[]>().notNull(),
  /** Everything up to this moment was read. Milliseconds, UTC. */
  readUntil: integer().notNull(),
})

/** Entries that a person marked read or unread one by one. */
export const inboxReads = sqliteTable(
  'inbox_reads',
  {
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    entryId: text().notNull(),
    isRead: integer({ mode: 'boolean' }).notNull(),
    /** The entry's own moment: what happens to it later makes it unread. Milliseconds, UTC. */
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.entryId] })],
)
