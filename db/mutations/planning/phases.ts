import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NewPhase, PhaseChange } from '#lib/api/phases.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import { portableLimits } from '#lib/sharing/plan-exchange.ts'
import { requireWrittenOn } from '#lib/written-on.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { items, phases } from '#db/schema/index.ts'
import { touchPlan } from './plan-events.ts'

const refusal = 'Only its owner and editors change the phases of a plan.'

/** What every change of phases does: asks for the right, moves the days of all who do the plan, tells of it. */
function changing(viewer: Viewer, planId: string, now: number, run: (tx: Transaction) => boolean): Promise<void> {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, refusal)
    const changed = movingDays(tx, doersOf(tx, planId), now, () => run(tx))
    if (changed) touchPlan(tx, viewer, { planId }, { kind: 'plan-changed', data: {} }, now)
  })
}

/**
 * Adds a phase to a plan, with items of the plan where some are named. One whose id is there already stays as it is.
 * @throws Problem 404 for one who is not on the plan, 403 for a role that may not, 422 for a phase or item that the plan
 * does not have, 409 for too many phases, or an id that another plan has.
 */
export function createPhase(viewer: Viewer, planId: string, input: NewPhase, now: number): Promise<void> {
  return changing(viewer, planId, now, (tx) => {
    const { id, title, goal, afterPhaseId, itemIds } = input
    const known = tx.select({ planId: phases.planId }).from(phases).where(eq(phases.id, id)).get()
    if (known && known.planId !== planId) throw conflict('This phase could not be made under its id. Try again.')
    if (known) return false
    tx.insert(phases).values({ id, planId, title, goal, position: 0 }).run()
    place(tx, planId, id, afterPhaseId)
    if (idsOf(tx, planId).length > portableLimits.phases)
      throw conflict(`A plan has at most ${portableLimits.phases} headings.`)
    for (const itemId of itemIds) {
      const item = tx.select({ planId: items.planId }).from(items).where(eq(items.id, itemId)).get()
      if (item?.planId !== planId) throw invalid('itemIds', 'This plan has no such item.')
    }
    putInto(tx, id, itemIds)
    return true
  })
}

/**
 * Changes a phase: its words, or its place among the others.
 * @throws Problem 404 for one who is not on the plan or a phase that it does not have, 403 for a role that may not, 409
 * with the present words where they are not those that the change was written on.
 */
export function setPhase(
  viewer: Viewer,
  planId: string,
  phaseId: string,
  { afterPhaseId, was, ...words }: PhaseChange,
  now: number,
): Promise<void> {
  return changing(viewer, planId, now, (tx) => {
    const current = requirePhase(tx, planId, phaseId)
    if (was) requireWrittenOn(current, was, words)
    if (Object.keys(words).length > 0) tx.update(phases).set(words).where(eq(phases.id, phaseId)).run()
    if (afterPhaseId !== undefined) place(tx, planId, phaseId, afterPhaseId)
    return Object.keys(words).length > 0 || afterPhaseId !== undefined
  })
}

/**
 * Takes a phase out of a plan. Its items stay where they are in the order: at the end of the phase before, or under no
 * heading where it was the first.
 * @throws Problem 404 for one who is not on the plan or a phase that it does not have, 403 for a role that may not.
 */
export function removePhase(viewer: Viewer, planId: string, phaseId: string, now: number): Promise<void> {
  return changing(viewer, planId, now, (tx) => {
    requirePhase(tx, planId, phaseId)
    const all = idsOf(tx, planId)
    const before = all[all.indexOf(phaseId) - 1] ?? null
    putInto(tx, before, [...itemsOf(tx, planId, before), ...itemsOf(tx, planId, phaseId)])
    tx.delete(phases).where(eq(phases.id, phaseId)).run()
    return true
  })
}

function requirePhase(tx: Transaction, planId: string, phaseId: string): { title: string; goal: string } {
  const { title, goal } = phases
  const phase = tx
    .select({ title, goal })
    .from(phases)
    .where(and(eq(phases.id, phaseId), eq(phases.planId, planId)))
    .get()
  if (!phase) throw notFound('phase')
  return phase
}

function idsOf(tx: Transaction, planId: string): string[] {
  return tx
    .select({ id: phases.id })
    .from(phases)
    .where(eq(phases.planId, planId))
    .orderBy(asc(phases.position), asc(phases.id))
    .all()
    .map(({ id }) => id)
}

function itemsOf(tx: Transaction, planId: string, phaseId: string | null): string[] {
  return tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.planId, planId), phaseId === null ? isNull(items.phaseId) : eq(items.phaseId, phaseId)))
    .orderBy(asc(items.position), asc(items.id))
    .all()
    .map(({ id }) => id)
}

function place(tx: Transaction, planId: string, phaseId: string, after: string | null | undefined): void {
  const others = idsOf(tx, planId).filter((id) => id !== phaseId)
  const at = after === undefined ? others.length : after === null ? 0 : others.indexOf(after) + 1
  if (typeof after === 'string' && at === 0) throw invalid('afterPhaseId', 'This plan has no such phase.')
  for (const [position, id] of others.toSpliced(at, 0, phaseId).entries())
    tx.update(phases).set({ position }).where(eq(phases.id, id)).run()
}

function putInto(tx: Transaction, phaseId: string | null, ids: readonly string[]): void {
  for (const [position, id] of ids.entries()) tx.update(items).set({ phaseId, position }).where(eq(items.id, id)).run()
}
