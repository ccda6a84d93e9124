import { randomUUID } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { looksLikeToken } from '#lib/auth/token.ts'
import { conflict, invalid } from '#lib/problems.ts'
import { and, count, eq } from 'drizzle-orm'
import { isPlanOfMember } from '#db/conditions.ts'
import type { Transaction } from '#db/client.ts'
import { adoptReadings } from '#db/mutations/own/adopt-readings.ts'
import { items, members, phases, plans } from '#db/schema/index.ts'

/** Most plans that one person may own. */
export const mostPlans = 100

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
 * @throws Problem 422 for an id that may be a link's token, 409 for an id that somebody else's plan has, or a deleted one, and for too many plans.
 */
export function insertPlan(
  tx: Transaction,
  viewer: Viewer,
  plan: NewPlan,
  now: number,
): { id: string; isNew: boolean } {
  const { id = randomUUID(), settings, ...columns } = plan
  if (looksLikeToken(id)) throw invalid('id', 'Choose another id: this one has the form of a secret link.')
  const known = tx
    .select({ userId: members.userId, role: members.role, deletedAt: plans.deletedAt })
    .from(plans)
    .leftJoin(members, eq(members.planId, plans.id))
    .where(eq(plans.id, id))
    .all()
  const isOwn = known.some((row) => row.userId === viewer.id && row.role === 'owner' && row.deletedAt === null)
  if (isOwn) return { id, isNew: false }
  if (known.length > 0) throw idTaken()
  refuseTooMany(tx, viewer)
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

const idTaken = () => conflict('Try again: this plan could not be made under its id.')

function refuseTooMany(tx: Transaction, viewer: Viewer): void {
  const own = tx
    .select({ n: count() })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), eq(members.role, 'owner')))
    .get()
  if ((own?.n ?? 0) >= mostPlans) throw conflict(`You have ${mostPlans} plans. Delete one before you make another.`)
}

/** A phase to be put into a plan. */
export type NewPhase = Pick<typeof phases.$inferInsert, 'id' | 'title' | 'goal'>

/** An item to be put into a plan. */
export type NewItem = Omit<typeof items.$inferInsert, 'planId' | 'position' | 'createdAt'>

/**
 * Puts phases and items into a plan of the viewer's that has none, in the order given; other people's own readings
 * become the viewer's.
 * @throws Problem 409 where something of another plan has one of their ids.
 */
export function insertContent(
  tx: Transaction,
  viewer: Viewer,
  planId: string,
  content: { phases: NewPhase[]; items: NewItem[] },
  now: number,
): void {
  for (const [position, phase] of content.phases.entries()) {
    const row = { ...phase, planId, position }
    if (tx.insert(phases).values(row).onConflictDoNothing().run().changes === 0) throw idTaken()
  }
  for (const [position, item] of adoptReadings(tx, viewer, content.items, now).entries()) {
    const row = { ...item, planId, position, createdAt: now }
    if (tx.insert(items).values(row).onConflictDoNothing().run().changes === 0) throw idTaken()
  }
}

/** A member's dates and minutes as columns. */
export function columnsOf({ startDate, targetDate, weekdayMinutes, daysOff, timeZone }: PlanSettings) {
  return { startDate, targetDate, weekdayMinutes: [...weekdayMinutes], daysOff: [...daysOff], timeZone }
}
