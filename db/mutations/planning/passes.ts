import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { passSummary } from '#lib/planning/pass-summary.ts'
import { applyRepairs } from '#lib/planning/repairs.ts'
import { conflict } from '#lib/problems.ts'
import type { DatesAndMinutes } from '#lib/api/plans.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { memberPlansWithin, type MemberPlan } from '#db/queries/planning/plan-sources.ts'
import { datedPlanWithin } from '#db/queries/planning/schedules.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { dealings, members, passes, pins, items } from '#db/schema/index.ts'

/**
 * Notes that nothing is left to do on the viewer's pass, with what was done; or that something is again.
 * @returns whether nothing is left.
 */
export function setCompletion(tx: Transaction, viewer: Viewer, planId: string, now: number): boolean {
  const [plan] = memberPlansWithin(tx, viewer, { planId }, now)
  if (!plan) return false
  const { pass, completedAt } = plan.membership
  const completed = isComplete(tx, viewer, plan, now)
  if (completed === (completedAt !== null)) return completed
  const mine = isMember(planId, viewer.id)
  tx.update(members)
    .set({ completedAt: completed ? now : null })
    .where(mine)
    .run()
  if (completed) keepPass(tx, viewer, plan, now)
  else
    tx.delete(passes)
      .where(and(eq(passes.planId, planId), eq(passes.userId, viewer.id), eq(passes.pass, pass)))
      .run()
  return completed
}

function isComplete(tx: Transaction, viewer: Viewer, { source }: MemberPlan, now: number): boolean {
  const { items } = applyRepairs(source.settings, source.items, source.repairs)
  if (items.every((item) => item.state === 'todo')) return false
  // The days are only worked out when no must is left: what falls out for want of room need not be done.
  if (items.some((item) => item.state === 'todo' && item.tier === 'must')) return false
  return datedPlanWithin(tx, viewer, source.planId, now).view.schedule.remainingMinutes === 0
}

function keepPass(tx: Transaction, viewer: Viewer, { membership, source }: MemberPlan, now: number): void {
  const { planId, pass, passStartedAt } = membership
  const summary = { ...passSummary(source.items, source.settings, viewer.speedPercent) }
  tx.insert(passes)
    .values({ planId, userId: viewer.id, pass, startedAt: passStartedAt, endedAt: now, summary })
    .onConflictDoUpdate({ target: [passes.planId, passes.userId, passes.pass], set: { endedAt: now, summary } })
    .run()
}

/** Something to do came into a plan: it is over for nobody any more. */
export function reopenPlan(tx: Transaction, planId: string): void {
  tx.update(members).set({ completedAt: null }).where(eq(members.planId, planId)).run()
}

/**
 * Begins the viewer's next pass over a plan, with new dates; the one before stays as history, and marks made before do
 * not count for it.
 * @throws Problem 404 for one who is not on it, 403 for a guest, 409 where the present pass has nothing done.
 */
export async function createPass(
  viewer: Viewer,
  planId: string,
  settings: DatesAndMinutes,
  now: number,
): Promise<{ pass: number }> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canMarkItems, 'A guest looks at a plan and does not do it.')
    const plan = memberPlansWithin(tx, viewer, { planId }, now)[0]!
    if (plan.source.items.every((item) => item.state === 'todo'))
      throw conflict('Nothing is done yet on this pass. Change its dates instead.')
    keepPass(tx, viewer, plan, now)
    const pass = plan.membership.pass + 1
    movingDays(tx, [viewer.id], now, () => {
      tx.delete(dealings)
        .where(and(eq(dealings.planId, planId), eq(dealings.userId, viewer.id)))
        .run()
      tx.update(members)
        .set({ ...settings, pass, passStartedAt: now, completedAt: null })
        .where(isMember(planId, viewer.id))
        .run()
      const ids = tx.select({ id: items.id }).from(items).where(eq(items.planId, planId)).all()
      for (const { id } of ids)
        tx.delete(pins)
          .where(and(eq(pins.itemId, id), eq(pins.userId, viewer.id)))
          .run()
    })
    return { pass }
  })
}
