import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MockState } from '#lib/practice/mock.ts'
import type { Scores } from '#lib/practice/rubric.ts'
import { practiceKinds } from '#lib/practice/answer.ts'
import { items, plans } from './plans.ts'
import { users } from './users.ts'

/** What a person wrote to a drill or said in a mock: a row each time that they practise. Times are milliseconds, UTC. */
export const answers = sqliteTable(
  'answers',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Names a question of the content, which may leave it: the answer stays. */
    questionId: text().notNull(),
    kind: text({ enum: practiceKinds }).notNull(),
    planId: text().references(() => plans.id, { onDelete: 'set null' }),
    itemId: text().references(() => items.id, { onDelete: 'set null' }),
    markdown: text().notNull(),
    diagram: text().notNull(),
    ticked: text({ mode: 'json' }).$type<string[]>().notNull(),
    scores: text({ mode: 'json' }).$type<Scores>().notNull(),
    nextTime: text().notNull(),
    seconds: integer().notNull(),
    mock: text({ mode: 'json' }).$type<MockState>(),
    /** A mock may be opened to the people of a plan, of whom one then interviews. */
    openPlanId: text().references(() => plans.id, { onDelete: 'set null' }),
    interviewerId: text().references(() => users.id, { onDelete: 'set null' }),
    startedAt: integer().notNull(),
    finishedAt: integer(),
    updatedAt: integer().notNull(),
    version: integer().notNull(),
  },
  (t) => [
    index('answers_user_question').on(t.userId, t.questionId, t.startedAt),
    index('answers_item').on(t.itemId),
    index('answers_open').on(t.openPlanId),
  ],
)
