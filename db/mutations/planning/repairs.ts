import { randomUUID } from 'node:crypto'
import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import type { RepairOffer } from '#lib/planning/offers.ts'
import type { RepairEffect, RepairKind } from '#lib/planning/repairs.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { conflict, notFound } from '#lib/problems.ts'
import type { PlanChange } from '#lib/api/plans.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { datedPlanWithin } from '#db/queries/planning/schedules.ts'
import { members, repairs } from '#db/schema/index.ts'

const refusal = 'A guest has no dates of their own on a plan.'

/**
 * Works out a repair as of now and puts it in force for the viewer.
 * @throws Problem 404 for one who is not on the plan, 403 for a guest, 409 when this repair leads nowhere.
 */
export async function createRepair(
  viewer: Viewer,
  planId: string,
  kind: RepairKind,
  now: number,
  today?: string,
): Promise<RepairOffer & { id: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems, refusal)
    const offer = datedPlanWithin(tx, viewer, planId, now, today).view.offer(kind)
    if (!offer.effect) throw conflict(offer.says)
    return { id: insert(tx, viewer, planId, kind, offer.effect, now), ...offer }
  })
}

/**
 * Takes back the viewer's last repair of a plan; changes that were typed in by hand are none.
 * @throws Problem 404 for one who is not on the plan, or when there is nothing to take back.
 */
export async function removeLastRepair(viewer: Viewer, planId: string, now: number): Promise<{ id: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems, refusal)
    const last = tx
      .select({ id: repairs.id, effect: repairs.effect })
      .from(repairs)
      // Those of an earlier pass are history.
      .innerJoin(
        members,
        and(
          eq(members.planId, repairs.planId),
          eq(members.userId, repairs.userId),
          gte(repairs.createdAt, members.passStartedAt),
        ),
      )
      .where(and(eq(repairs.planId, planId), eq(repairs.userId, viewer.id), isNull(repairs.undoneAt)))
      .orderBy(desc(repairs.createdAt), desc(repairs.id))
      .all()
      .find(({ effect }) => effect.byHand !== true)
    if (!last) throw notFound('repair to take back')
    tx.update(repairs).set({ undoneAt: now }).where(eq(repairs.id, last.id)).run()
    return { id: last.id }
  })
}

/**
 * Keeps a change of dates or minutes that the viewer typed in, where the plan has begun or a repair would hide it:
 * the days are dealt afresh from then, and the history shows it. Days off need no such thing.
 */
export function recordByHand(
  tx: Transaction,
  viewer: Viewer,
  planId: string,
  change: PlanChange,
  after: PlanSettings,
  now: number,
): void {
  const { targetDate, weekdayMinutes, startDate } = change
  if (targetDate === undefined && weekdayMinutes === undefined && startDate === undefined) return
  const today = studyDayOf(viewer, now)
  const inForce = tx
    .select({ id: repairs.id })
    .from(repairs)
    .where(and(eq(repairs.planId, planId), eq(repairs.userId, viewer.id), isNull(repairs.undoneAt)))
    .get()
  if (!inForce && today <= after.startDate) return
  const effect: RepairEffect = { from: today, byHand: true }
  if (targetDate !== undefined) effect.targetDate = targetDate
  if (weekdayMinutes !== undefined) effect.weekdayMinutes = weekdayMinutes
  insert(tx, viewer, planId, weekdayMinutes === undefined ? 'shift' : 'squeeze', effect, now)
}

function insert(
  tx: Transaction,
  viewer: Viewer,
  planId: string,
  kind: RepairKind,
  effect: RepairEffect,
  now: number,
): string {
  const id = randomUUID()
  tx.insert(repairs)
    .values({ id, planId, userId: viewer.id, kind, effect: { ...effect }, createdAt: now })
    .run()
  return id
}
