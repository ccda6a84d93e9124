import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type ProposedChange, proposalStates } from '#lib/planning/proposal.ts'
import { plans } from './plans.ts'
import { users } from './users.ts'

/** Changes of a plan that a program of a member's proposes, until a person decides. Times are milliseconds, UTC. */
export const planProposals = sqliteTable(
  'plan_proposals',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    /** Whose program it is. */
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Why, in the program's words. */
    says: text().notNull(),
    changes: text({ mode: 'json' }).$type<ProposedChange[]>().notNull(),
    state: text({ enum: proposalStates }).notNull(),
    createdAt: integer().notNull(),
    decidedAt: integer(),
  },
  (t) => [index('plan_proposals_plan').on(t.planId, t.state), index('plan_proposals_user').on(t.userId)],
)
