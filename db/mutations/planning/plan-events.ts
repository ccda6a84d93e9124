import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanEvent } from '#lib/sharing/plan-event.ts'
import type { Transaction } from '#db/client.ts'
import { planEvents, plans } from '#db/schema/index.ts'

/** Where and by whom something happened. `itemId` where it is about one item. */
export interface EventPlace {
  planId: string
  userId: string
  itemId?: string | null | undefined
}

/** Puts an event into a plan's activity, inside the transaction that made it happen. `now` in milliseconds, UTC. */
export function recordEvent(tx: Transaction, place: EventPlace, event: PlanEvent, now: number): void {
  const { planId, userId, itemId = null } = place
  tx.insert(planEvents)
    .values({ id: randomUUID(), planId, userId, itemId, kind: event.kind, data: event.data, at: now })
    .run()
}

/** Counts a plan's version up and tells of what was changed, inside the transaction that changed it. */
export function touchPlan(
  tx: Transaction,
  viewer: Viewer,
  { planId, itemId }: { planId: string; itemId?: string | undefined },
  event: PlanEvent,
  now: number,
): void {
  tx.update(plans)
    .set({ version: sql`${plans.version} + 1`, updatedAt: now })
    .where(eq(plans.id, planId))
    .run()
  recordEvent(tx, { planId, userId: viewer.id, itemId }, event, now)
}
