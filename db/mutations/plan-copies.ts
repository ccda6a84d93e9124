import { randomUUID } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { conflict } from '#lib/problems.ts'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { items, members, phases, plans } from '../schema/index.ts'
import { columnsOf } from './joins.ts'

/** A plan to be made, with the viewer as its owner. */
export interface NewPlan {
  /** Made by the client where it can be, so that sending it twice makes one plan. */
  id?: string | undefined
  title: string
  description: string
  templateId?: string | null
  originPlanId?: string | null
  settings: PlanSettings
}

/**
 * Makes a plan without items, and its owner's row.
 * @returns its id, and false where the viewer's plan of this id was there already.
 * @throws Problem 409 for an id that somebody else's plan has.
 */
export function insertPlan(
  tx: Transaction,
  viewer: Viewer,
  plan: NewPlan,
  now: number,
): { id: string; isNew: boolean } {
  const { id = randomUUID(), settings, ...columns } = plan
  const known = tx
    .select({ userId: members.userId, role: members.role })
    .from(plans)
    .leftJoin(members, eq(members.planId, plans.id))
    .where(eq(plans.id, id))
    .all()
  if (known.some((row) => row.userId === viewer.id && row.role === 'owner')) return { id, isNew: false }
  if (known.length > 0) throw conflict('Try again: this plan could not be made under its id.')
  tx.insert(plans)
    .values({ id, ...columns, version: 1, createdAt: now, updatedAt: now })
    .run()
  tx.insert(members)
    .values({
      planId: id,
      userId: viewer.id,
      role: 'owner',
      ...columnsOf(settings),
      joinedAt: now,
      passStartedAt: now,
      createdAt: now,
    })
    .run()
  return { id, isNew: true }
}

/** A phase to be put into a plan. */
export type NewPhase = Pick<typeof phases.$inferInsert, 'id' | 'title' | 'goal'>

/** An item to be put into a plan. */
export type NewItem = Omit<typeof items.$inferInsert, 'planId' | 'position' | 'createdAt'>

/** Puts phases and items into a plan that has none, in the order given. */
export function insertContent(
  tx: Transaction,
  planId: string,
  content: { phases: NewPhase[]; items: NewItem[] },
  now: number,
): void {
  for (const [position, phase] of content.phases.entries())
    tx.insert(phases)
      .values({ ...phase, planId, position })
      .run()
  for (const [position, item] of content.items.entries())
    tx.insert(items)
      .values({ ...item, planId, position, createdAt: now })
      .run()
}
