import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FigureKind } from '#lib/numbers/units.ts'
import { users } from './users.ts'

/** A range that a person was 90 % sure of, and the figure that it was for, in the base unit of its kind. */
export const estimates = sqliteTable(
  'estimates',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Which figure it was; the figure may leave the content, its value stays here. */
    figure: text().notNull(),
    kind: text().$type<FigureKind>().notNull(),
    low: real().notNull(),
    high: real().notNull(),
    value: real().notNull(),
    /** Milliseconds, UTC. */
    at: integer().notNull(),
  },
  (t) => [index('estimates_at').on(t.userId, t.at)],
)
