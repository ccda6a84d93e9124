import { looksLikeToken } from '#lib/auth/token.ts'
import { and, eq } from 'drizzle-orm'
import type { ArchivedPlan } from '#lib/api/archive-file.ts'
import type { RowCount } from '#lib/api/archive.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { isMember } from '#db/conditions.ts'
import { db, type Transaction, transaction } from '#db/client.ts'
import { inSlices } from '#db/mutations/in-slices.ts'
import { roleWithin } from '#db/queries/planning/memberships.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { forgetPresses, itemSubject } from '#db/mutations/study/presses.ts'
import { items, itemStates, members, passes, phases, pins, plans, promisedDays, repairs } from '#db/schema/index.ts'

/** What an import does to plans; `ofOthers` belong to people who are not here, and stay behind. */
export type PlanCounts = RowCount & { ofOthers: number }

/** How a plan is brought in, and where its outcome is counted. */
interface MergeOptions {
  apply: boolean
  /** Milliseconds, UTC. */
  now: number
  counts: PlanCounts
}

/** Rows of one transaction. */
const sliceRows = 200

/**
 * Brings one plan of an archive in, in short transactions. One that is not here is made anew for its owner. On one that
 * is here only what the viewer did is merged (states and pins by the newest, repairs and passes that are missing): its
 * items are everybody's.
 */
export async function mergePlan(
  viewer: Viewer,
  plan: ArchivedPlan,
  { apply, now, counts }: MergeOptions,
): Promise<void> {
  if (roleWithin(db(), viewer, plan.id) !== null) {
    const written = await mergeOwnDoings(viewer, plan, apply, now)
    counts[written > 0 ? 'changed' : 'kept']++
  } else if (plan.role !== 'owner' || !mayMakePlan(viewer, plan.id)) counts.ofOthers++
  else {
    counts.added++
    if (apply) await makePlan(viewer, plan, now)
  }
}

/** Nobody has the plan, or the viewer does as its owner and deleted it: whatever the archive says of roles. */
export function mayMakePlan(viewer: Viewer, planId: string): boolean {
  if (looksLikeToken(planId)) return false
  if (!db().select({ id: plans.id }).from(plans).where(eq(plans.id, planId)).get()) return true
  const own = db().select({ role: members.role }).from(members).where(isMember(planId, viewer.id)).get()
  return own?.role === 'owner'
}

/** The plan stands as a deleted one until all of it is here: an import that breaks off leaves no half of a plan. */
async function makePlan(viewer: Viewer, plan: ArchivedPlan, now: number): Promise<void> {
  const { id, title, description, templateId, createdAt, updatedAt } = plan
  await transaction((tx) => {
    const row = { title, description, templateId, updatedAt, deletedAt: now }
    tx.insert(plans)
      .values({ id, ...row, version: 1, createdAt })
      .onConflictDoNothing()
      .run()
    const { timeZone, shows, ...member } = plan.member
    tx.insert(members)
      .values({ planId: id, userId: viewer.id, role: 'owner', timeZone, shows, ...member, joinedAt: now })
      .onConflictDoNothing()
      .run()
  })
  await inSlices(plan.phases, sliceRows, (tx, slice) => {
    for (const phase of slice)
      tx.insert(phases)
        .values({ planId: id, ...phase })
        .onConflictDoNothing()
        .run()
  })
  const known = new Set(plan.phases.map((phase) => phase.id))
  await inSlices(plan.items, sliceRows, (tx, slice) => {
    for (const item of slice)
      tx.insert(items)
        .values({ planId: id, ...item, phaseId: known.has(item.phaseId ?? '') ? item.phaseId : null })
        .onConflictDoNothing()
        .run()
  })
  await mergeOwnDoings(viewer, plan, true, now)
  await transaction((tx) => {
    movingDays(tx, [viewer.id], now, () => tx.update(plans).set({ deletedAt: null }).where(eq(plans.id, id)).run())
  })
}

/** Gives how many rows are new or newer. */
async function mergeOwnDoings(viewer: Viewer, plan: ArchivedPlan, apply: boolean, now: number): Promise<number> {
  const userId = viewer.id
  const here = new Set(
    db()
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
  const isHere = ({ itemId }: { itemId: string }) => here.has(itemId)
  await inSlices(plan.states.filter(isHere), sliceRows, (tx, slice) => {
    for (const { itemId, pass, ...row } of slice) {
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
  })
  // The days are dealt once a slice: once a row would take seconds.
  const writeAll = <T>(tx: Transaction, rows: readonly T[], put: (row: T) => void) => {
    written += rows.length
    if (apply && rows.length > 0) movingDays(tx, [userId], now, () => rows.forEach(put))
  }
  await inSlices(plan.pins.filter(isHere), sliceRows, (tx, slice) => {
    const newer = slice.filter(({ itemId, updatedAt }) => {
      const key = and(eq(pins.itemId, itemId), eq(pins.userId, userId))
      const own = tx.select({ at: pins.updatedAt }).from(pins).where(key).get()
      return !own || own.at < updatedAt
    })
    writeAll(tx, newer, ({ itemId, ...row }) =>
      tx
        .insert(pins)
        .values({ itemId, userId, ...row })
        .onConflictDoUpdate({ target: [pins.itemId, pins.userId], set: row })
        .run(),
    )
  })
  await inSlices(plan.repairs, sliceRows, (tx, slice) => {
    const isNew = ({ id }: { id: string }) =>
      !tx.select({ id: repairs.id }).from(repairs).where(eq(repairs.id, id)).get()
    writeAll(tx, slice.filter(isNew), (repair) =>
      tx
        .insert(repairs)
        .values({ planId: plan.id, userId, ...repair })
        .run(),
    )
  })
  await inSlices(plan.promisedDays, sliceRows, (tx, slice) => {
    for (const { items: held, ...day } of slice) {
      const key = and(eq(promisedDays.planId, plan.id), eq(promisedDays.userId, userId), eq(promisedDays.day, day.day))
      if (tx.select({ day: promisedDays.day }).from(promisedDays).where(key).get()) continue
      write(() =>
        tx
          .insert(promisedDays)
          .values({ planId: plan.id, userId, ...day, items: held })
          .run(),
      )
    }
  })
  await inSlices(plan.passes, sliceRows, (tx, slice) => {
    for (const pass of slice) {
      const key = and(eq(passes.planId, plan.id), eq(passes.userId, userId), eq(passes.pass, pass.pass))
      if (tx.select({ pass: passes.pass }).from(passes).where(key).get()) continue
      write(() =>
        tx
          .insert(passes)
          .values({ planId: plan.id, userId, ...pass })
          .run(),
      )
    }
  })
  return written
}
