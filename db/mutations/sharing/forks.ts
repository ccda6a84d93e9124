import { randomUUID } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { notFound } from '#lib/problems.ts'
import { writeSnapshot } from '#lib/sharing/origin-snapshot.ts'
import { eq } from 'drizzle-orm'
import { type Transaction, transaction } from '#db/client.ts'
import { originOf } from '#db/queries/sharing/forks.ts'
import { findLink } from '#db/queries/sharing/links.ts'
import { requireRoleWithin, roleWithin } from '#db/queries/planning/memberships.ts'
import { contentWithin } from '#db/queries/planning/plan-content.ts'
import { ownerOf } from '#db/queries/sharing/shared-plan.ts'
import { plans } from '#db/schema/index.ts'
import { deadLink } from './joins.ts'
import { insertContent, insertPlan } from '#db/mutations/planning/plan-copies.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

/** A fork to be made. */
export interface NewFork {
  id?: string | undefined
  /** The origin's where it is left out. */
  title?: string | undefined
  settings: PlanSettings
}

/**
 * Makes a copy of the plan that a link shows, the viewer's own from here on. Takes no use of the link.
 * @throws Problem 404 for every link that opens nothing.
 */
export async function forkByLink(viewer: Viewer, token: string, fork: NewFork, now: number) {
  return transaction((tx) => {
    const link = findLink(tx, token, now)
    const sees = link && (link.hasUses || roleWithin(tx, viewer, link.planId) !== null)
    if (!sees) throw deadLink()
    return forkWithin(tx, viewer, { planId: link.planId, linkId: link.id }, fork, now)
  })
}

/**
 * Makes a copy of a plan that the viewer is on.
 * @throws Problem 404 for one who is not.
 */
export async function forkPlan(viewer: Viewer, planId: string, fork: NewFork, now: number) {
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canSeePlan)
    return forkWithin(tx, viewer, { planId, linkId: null }, fork, now)
  })
}

function forkWithin(
  tx: Transaction,
  viewer: Viewer,
  origin: { planId: string; linkId: string | null },
  { id, title, settings }: NewFork,
  now: number,
): { planId: string } {
  return movingDays(tx, [viewer.id], now, () => {
    const content = contentWithin(tx, origin.planId)
    if (!content) throw notFound('plan')
    const made = insertPlan(
      tx,
      viewer,
      {
        id,
        title: title ?? content.title,
        description: content.description,
        originPlanId: origin.planId,
        settings,
      },
      now,
    )
    if (!made.isNew) return { planId: made.id }
    const ownPhases = Object.fromEntries(content.phases.map((phase) => [phase.id, randomUUID() as string]))
    insertContent(
      tx,
      viewer,
      made.id,
      {
        phases: content.phases.map((phase) => ({ ...phase, id: ownPhases[phase.id] ?? phase.id })),
        items: originOf(content).items.map(({ id: originItemId, phaseId, ...fields }) => ({
          ...fields,
          id: randomUUID(),
          phaseId: phaseId === null ? null : (ownPhases[phaseId] ?? null),
          originItemId,
        })),
      },
      now,
    )
    const owner = ownerOf(tx, origin.planId)
    const snapshot = {
      ...originOf(content),
      title: content.title,
      ownerName: owner?.name ?? '',
      ownerId: owner?.id ?? null,
      linkId: origin.linkId,
      ownPhases,
    }
    tx.update(plans)
      .set({ originSnapshot: writeSnapshot(snapshot) })
      .where(eq(plans.id, made.id))
      .run()
    recordEvent(tx, { planId: made.id, userId: viewer.id }, { kind: 'created', data: { from: 'fork' } }, now)
    return { planId: made.id }
  })
}
