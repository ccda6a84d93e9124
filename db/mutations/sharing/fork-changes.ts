import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { conflict } from '#lib/problems.ts'
import { applyChanges, settleSnapshot } from '#lib/sharing/fork-apply.ts'
import { forkChanges, type Own, same } from '#lib/sharing/fork-diff.ts'
import { type OriginSnapshot, writeSnapshot } from '#lib/sharing/origin-snapshot.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { changeKey, forkStateWithin } from '#db/queries/sharing/forks.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, phases, plans } from '#db/schema/index.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { adoptReadings } from '#db/mutations/own/adopt-readings.ts'
import { reopenPlan } from '#db/mutations/planning/passes.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

/** Offered differences by their keys: those to accept, and those to reject for good. */
export interface Decision {
  take: string[]
  leave: string[]
}

/**
 * Takes edits of the origin over into the viewer's fork, and leaves others. Either way they are not offered again.
 * Ticks in the fork are kept.
 * @returns how many were taken over.
 * @throws Problem 404, 403 for those who do not edit the fork, 409 when one of them is no longer on offer.
 */
export async function settleForkChanges(
  viewer: Viewer,
  planId: string,
  { take, leave }: Decision,
  now: number,
): Promise<{ taken: number }> {
  return transaction((tx) => {
    requireRoleWithin(
      tx,
      viewer,
      planId,
      canEditPlan,
      'Only those who edit this plan take over what its origin offers.',
    )
    const state = forkStateWithin(tx, viewer, planId, now)
    const offered = state ? forkChanges(state.snapshot, state.origin, state.own) : []
    const keys = new Map(offered.map((change) => [changeKey(planId, change.id), change]))
    if (!state || [...take, ...leave].some((key) => !keys.has(key)))
      throw conflict('The plan that this one came from has changed since you looked. Look again, then decide.')
    const pick = (wanted: string[]) => [...keys].flatMap(([key, change]) => (wanted.includes(key) ? [change] : []))
    const taken = pick(take)
    const decided = pick([...take, ...leave])
    const after = applyChanges(state.own, state.origin, taken, randomUUID)
    movingDays(tx, doersOf(tx, planId), now, () => writeOwn(tx, viewer, planId, state.own, after, now))
    const ownPhases = Object.fromEntries(after.phases.flatMap(({ id, originId }) => (originId ? [[originId, id]] : [])))
    const snapshot: OriginSnapshot = {
      ...state.snapshot,
      ...settleSnapshot(state.snapshot, state.origin, decided, offered),
      ownPhases: { ...state.snapshot.ownPhases, ...ownPhases },
    }
    tx.update(plans)
      .set({
        originSnapshot: writeSnapshot(snapshot),
        ...(taken.length > 0 ? { version: sql`${plans.version} + 1`, updatedAt: now } : {}),
      })
      .where(eq(plans.id, planId))
      .run()
    if (taken.length > 0) {
      reopenPlan(tx, planId)
      recordEvent(tx, { planId, userId: viewer.id }, { kind: 'taken-over', data: { count: taken.length } }, now)
    }
    return { taken: taken.length }
  })
}

/** Writes the rows that differ. */
function writeOwn(tx: Transaction, viewer: Viewer, planId: string, before: Own, after: Own, now: number): void {
  for (const [position, { originId: _, ...phase }] of after.phases.entries())
    tx.insert(phases)
      .values({ ...phase, planId, position })
      .onConflictDoUpdate({ target: phases.id, set: { title: phase.title, goal: phase.goal, position } })
      .run()
  const kept = new Set(after.items.map((item) => item.id))
  const gone = before.items.map((item) => item.id).filter((id) => !kept.has(id))
  if (gone.length > 0)
    tx.delete(items)
      .where(and(eq(items.planId, planId), inArray(items.id, gone)))
      .run()
  const old = new Map(before.items.map((item, position) => [item.id, { item, position }]))
  for (const [position, item] of after.items.entries()) {
    const known = old.get(item.id)
    if (known && known.position === position && same(known.item, item)) continue
    const { id, originId, ...fields } = item
    if (known)
      tx.update(items)
        .set({ ...fields, position })
        .where(and(eq(items.id, id), eq(items.planId, planId)))
        .run()
    else
      tx.insert(items)
        .values(
          adoptReadings(tx, viewer, [{ ...fields, id, originItemId: originId, planId, position, createdAt: now }], now),
        )
        .run()
  }
}
