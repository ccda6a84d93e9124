import { and, eq } from 'drizzle-orm'
import type { ArchivedPlan } from '#lib/api/archive-file.ts'
import type { MergeCount } from '#lib/archive/merge-study.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Transaction } from '#db/client.ts'
import { roleWithin } from '#db/queries/planning/memberships.ts'
import { forgetPresses, itemSubject } from '#db/mutations/study/presses.ts'
import { items, itemStates, members, passes, phases, pins, plans, repairs } from '#db/schema/index.ts'

/** What an import does to plans; `ofOthers` belong to people who are not here, and stay behind. */
export type PlanCounts = MergeCount & { ofOthers: number }

/**
 * Brings the plans of an archive in. One that is not here is made anew for its owner. On one that is here only what the
 * viewer did is merged (states and pins by the newest, repairs and passes that are missing): its items are everybody's.
 */
export function mergePlans(
  tx: Transaction,
  viewer: Viewer,
  archived: readonly ArchivedPlan[],
  apply: boolean,
  now: number,
): PlanCounts {
  const counts = { added: 0, changed: 0, kept: 0, ofOthers: 0 }
  for (const plan of archived) {
    const role = roleWithin(tx, viewer, plan.id)
    if (role !== null) {
      const written = mergeOwnDoings(tx, viewer, plan, apply)
      counts[written > 0 ? 'changed' : 'kept']++
    } else if (plan.role !== 'owner' || !mayMake(tx, viewer, plan.id)) counts.ofOthers++
    else {
      counts.added++
      if (apply) makePlan(tx, viewer, plan, now)
    }
  }
  return counts
}

/** Nobody has the plan, or the viewer does as its owner and deleted it: whatever the archive says of roles. */
function mayMake(tx: Transaction, viewer: Viewer, planId: string): boolean {
  if (!tx.select({ id: plans.id }).from(plans).where(eq(plans.id, planId)).get()) return true
  const own = tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.planId, planId), eq(members.userId, viewer.id)))
    .get()
  return own?.role === 'owner'
}

function makePlan(tx: Transaction, viewer: Viewer, plan: ArchivedPlan, now: number): void {
  const { id, title, description, templateId, createdAt, updatedAt } = plan
  // It may stand here still, deleted by its owner within the last 30 days: then it comes back.
  const row = { title, description, templateId, updatedAt, deletedAt: null }
  tx.insert(plans)
    .values({ id, ...row, version: 1, createdAt })
    .onConflictDoUpdate({ target: plans.id, set: { deletedAt: null } })
    .run()
  const { timeZone, shows, ...member } = plan.member
  tx.insert(members)
    .values({ planId: id, userId: viewer.id, role: 'owner', timeZone, shows, ...member, joinedAt: now })
    .onConflictDoNothing()
    .run()
  for (const phase of plan.phases)
    tx.insert(phases)
      .values({ planId: id, ...phase })
      .onConflictDoNothing()
      .run()
  const known = new Set(plan.phases.map((phase) => phase.id))
  for (const item of plan.items)
    tx.insert(items)
      .values({ planId: id, ...item, phaseId: known.has(item.phaseId ?? '') ? item.phaseId : null })
      .onConflictDoNothing()
      .run()
  mergeOwnDoings(tx, viewer, plan, true)
}

/** Gives how many rows are new or newer. */
function mergeOwnDoings(tx: Transaction, viewer: Viewer, plan: ArchivedPlan, apply: boolean): number {
  const userId = viewer.id
  const here = new Set(
    tx
      .select({ id: items.id })
      .from(items)
      .where(eq(items.planId, plan.id))
      .all()
      .map((row) => row.id),
  )
  let written = 0
  const write = (run: () => void) => {
    written++
    if (apply) run()
  }
  for (const { itemId, pass, ...row } of plan.states.filter((state) => here.has(state.itemId))) {
    const key = and(eq(itemStates.itemId, itemId), eq(itemStates.userId, userId), eq(itemStates.pass, pass))
    const own = tx.select({ at: itemStates.updatedAt }).from(itemStates).where(key).get()
    if (own && own.at >= row.updatedAt) continue
    write(() => {
      forgetPresses(tx, viewer, itemSubject(itemId, pass))
      tx.insert(itemStates)
        .values({ itemId, userId, pass, ...row })
        .onConflictDoUpdate({ target: [itemStates.itemId, itemStates.userId, itemStates.pass], set: row })
        .run()
    })
  }
  for (const { itemId, ...row } of plan.pins.filter((pin) => here.has(pin.itemId))) {
    const key = and(eq(pins.itemId, itemId), eq(pins.userId, userId))
    const own = tx.select({ at: pins.updatedAt }).from(pins).where(key).get()
    if (own && own.at >= row.updatedAt) continue
    write(() =>
      tx
        .insert(pins)
        .values({ itemId, userId, ...row })
        .onConflictDoUpdate({ target: [pins.itemId, pins.userId], set: row })
        .run(),
    )
  }
  for (const repair of plan.repairs) {
    if (tx.select({ id: repairs.id }).from(repairs).where(eq(repairs.id, repair.id)).get()) continue
    write(() =>
      tx
        .insert(repairs)
        .values({ planId: plan.id, userId, ...repair })
        .run(),
    )
  }
  for (const pass of plan.passes) {
    const key = and(eq(passes.planId, plan.id), eq(passes.userId, userId), eq(passes.pass, pass.pass))
    if (tx.select({ pass: passes.pass }).from(passes).where(key).get()) continue
    write(() =>
      tx
        .insert(passes)
        .values({ planId: plan.id, userId, ...pass })
        .run(),
    )
  }
  return written
}
