import { randomUUID } from 'node:crypto'
import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { byHandRepair } from '#lib/planning/by-hand.ts'
import { offerRepair, type RepairOffer } from '#lib/planning/offers.ts'
import type { RepairEffect, RepairKind } from '#lib/planning/repairs.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { conflict, notFound } from '#lib/problems.ts'
import type { PlanChange } from '#lib/api/plans.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { askedWithin } from '#db/queries/planning/schedules.ts'
import { members, repairs } from '#db/schema/index.ts'
import { dealingOf, keepDealing, movingDays, recordingMoves } from '#db/mutations/dealing/dealings.ts'

const refusal = 'A guest has no dates of their own on a plan.'

/**
 * Works out a repair as of now and puts it in force for the viewer. What it does to the viewer's other plans is dealt
 * with it.
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
    const offer = offerRepair(askedWithin(tx, viewer, planId, now, today), kind)
    const { effect } = offer
    if (!effect) throw conflict(offer.says)
    const { result: id, replaced } = recordingMoves(
      tx,
      [viewer.id],
      now,
      () => insert(tx, viewer, planId, kind, effect, now),
      planId,
    )
    tx.update(repairs)
      .set({ replaced: replaced.get(viewer.id) ?? null })
      .where(eq(repairs.id, id))
      .run()
    return { id, ...offer }
  })
}

/**
 * Takes back the viewer's last repair of a plan; changes that were typed in by hand are none. Days that were not dealt
 * again since are as they were before it.
 * @throws Problem 404 for one who is not on the plan, or when there is nothing to take back.
 */
export async function removeLastRepair(viewer: Viewer, planId: string, now: number): Promise<{ id: string }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems, refusal)
    const last = tx
      .select({ id: repairs.id, effect: repairs.effect, replaced: repairs.replaced })
      .from(repairs)
      // Those of an earlier pass are history.
      .innerJoin(members, and(isMember(repairs.planId, repairs.userId), gte(repairs.createdAt, members.passStartedAt)))
      .where(and(eq(repairs.planId, planId), eq(repairs.userId, viewer.id), isNull(repairs.undoneAt)))
      .orderBy(desc(repairs.createdAt), desc(repairs.id))
      .all()
      .find(({ effect }) => effect.byHand !== true)
    if (!last) throw notFound('repair to take back')
    const undo = () => tx.update(repairs).set({ undoneAt: now }).where(eq(repairs.id, last.id)).run()
    const replaced = Object.entries(last.replaced ?? {})
    const present = new Map(replaced.map(([id]) => [id, dealingOf(tx, viewer.id, id)?.id]))
    if (replaced.length === 0 || replaced.some(([id, { by }]) => present.get(id) !== by))
      movingDays(tx, [viewer.id], now, undo)
    else {
      undo()
      const today = studyDayOf(viewer, now)
      for (const [id, { dealt }] of replaced) keepDealing(tx, viewer.id, id, dealt, today, now)
    }
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
  const inForce = tx
    .select({ id: repairs.id })
    .from(repairs)
    .where(and(eq(repairs.planId, planId), eq(repairs.userId, viewer.id), isNull(repairs.undoneAt)))
    .get()
  const repair = byHandRepair(change, after.startDate, studyDayOf(viewer, now), inForce !== undefined)
  if (repair) insert(tx, viewer, planId, repair.kind, repair.effect, now)
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
