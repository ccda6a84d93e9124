import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ReviewGrade } from '#lib/reviews/memory.ts'
import { users } from './users.ts'

const owner = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** What is asked: the case card of a reading, or a point of a question's good answer (`<question>:<digest of the point>`). */
const card = { readingId: text(), point: text() }

/** A card asked again, a row each time: grade, confidence, and what the memory model made of it. Times are milliseconds, UTC. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text().primaryKey(),
    userId: owner(),
    ...card,
    /** 1 again, 2 hard, 3 good, 4 easy. */
    grade: integer().$type<ReviewGrade>().notNull(),
    /** Said before the answer: 1 not at all sure, 5 certain. */
    confidence: integer().notNull(),
    at: integer().notNull(),
    /** Days since the review before, and the model's stability before this one in days; null at the first. */
    elapsedDays: real(),
    stability: real(),
  },
  (t) => [
    index('reviews_reading').on(t.userId, t.readingId, t.at),
    index('reviews_point').on(t.userId, t.point, t.at),
    index('reviews_at').on(t.userId, t.at),
  ],
)

/** Where each card stands in the memory model: folded from `reviews` at each write. */
export const reviewCards = sqliteTable(
  'review_cards',
  {
    userId: owner(),
    ...card,
    stability: real().notNull(),
    difficulty: real().notNull(),
    reviewedAt: integer().notNull(),
    dueAt: integer().notNull(),
    reviews: integer().notNull(),
  },
  (t) => [
    uniqueIndex('review_cards_reading').on(t.userId, t.readingId),
    uniqueIndex('review_cards_point').on(t.userId, t.point),
    index('review_cards_due').on(t.userId, t.dueAt),
  ],
)
