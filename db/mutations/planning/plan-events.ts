import { randomUUID } from 'node:crypto'
import type { PlanEvent } from '#lib/sharing/plan-event.ts'
import type { Transaction } from '#db/client.ts'
import { planEvents } from '#db/schema/index.ts'

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
