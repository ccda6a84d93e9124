import { and, asc, eq, isNull, lt, or } from 'drizzle-orm'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan, canSeePlan } from '#lib/permissions.ts'
import { forkChanges, type Origin, type Own } from '#lib/sharing/fork-diff.ts'
import { offeredChange } from '#lib/sharing/fork-offer.ts'
import { type OriginSnapshot, readSnapshot } from '#lib/sharing/origin-snapshot.ts'
import type { ForkOffer } from '#lib/api/sharing-answers.ts'
import type { Lineage } from '#lib/sharing/shown-plan.ts'
import { isLive, isPresent } from '#db/conditions.ts'
import { db, type Reader } from '#db/client.ts'
import { items, links, phases, plans } from '#db/schema/index.ts'
import { requireRole, roleWithin } from '#db/queries/planning/memberships.ts'
import { contentWithin, type PlanContent } from '#db/queries/planning/plan-content.ts'

/** Where the viewer's plan came from; null for a plan that is no fork. */
export async function getLineage(viewer: Viewer, planId: string): Promise<Lineage | null> {
  await requireRole(viewer, planId, canSeePlan)
  const fork = forkWithin(db(), planId)
  if (!fork) return null
  const { title, ownerName } = fork.snapshot
  return { title, ownerName, planId: roleWithin(db(), viewer, fork.originPlanId) ? fork.originPlanId : null }
}

/**
 * What a change is called outside: ids of the origin's items hold that plan's own id, which somebody who has its link
 * alone does not know.
 */
export function changeKey(planId: string, changeId: string): string {
  return hashToken(`${planId} ${changeId}`).slice(0, 22)
}

/**
 * What changed in the origin of the viewer's fork, to accept or reject.
 * @throws Problem 404, 403 for those who do not edit the fork.
 */
export async function getForkOffer(viewer: Viewer, planId: string, now: number): Promise<ForkOffer> {
  await requireRole(viewer, planId, canEditPlan, 'Only those who edit this plan see what its origin offers.')
  const state = forkStateWithin(db(), viewer, planId, now)
  if (!state) return { open: false, changes: [] }
  const changes = forkChanges(state.snapshot, state.origin, state.own)
  return { open: true, changes: changes.map((change) => offeredChange(change, changeKey(planId, change.id))) }
}

/** Snapshot, origin and fork as they are; null where there is no origin that the viewer may still see. */
export function forkStateWithin(
  reader: Reader,
  viewer: Viewer,
  planId: string,
  now: number,
): { snapshot: OriginSnapshot; origin: Origin; own: Own } | null {
  const fork = forkWithin(reader, planId)
  if (!fork || !isOpen(reader, viewer, fork, now)) return null
  const content = contentWithin(reader, fork.originPlanId)
  return (
    content && { snapshot: fork.snapshot, origin: originOf(content), own: ownWithin(reader, planId, fork.snapshot) }
  )
}

function forkWithin(reader: Reader, planId: string): { originPlanId: string; snapshot: OriginSnapshot } | null {
  const row = reader
    .select({ originPlanId: plans.originPlanId, snapshot: plans.originSnapshot })
    .from(plans)
    .where(eq(plans.id, planId))
    .get()
  const snapshot = readSnapshot(row?.snapshot ?? null)
  return row?.originPlanId && snapshot ? { originPlanId: row.originPlanId, snapshot } : null
}

/** Whether the viewer may still look at the origin: on it, by the link of the fork, or because it is public. */
function isOpen(
  reader: Reader,
  viewer: Viewer,
  { originPlanId, snapshot }: { originPlanId: string; snapshot: OriginSnapshot },
  now: number,
): boolean {
  if (roleWithin(reader, viewer, originPlanId) !== null) return true
  if (snapshot.linkId === null) return false
  const live = and(isLive(now), or(isNull(links.maxUses), lt(links.uses, links.maxUses)))
  const row = reader
    .select({ id: links.id })
    .from(links)
    .innerJoin(plans, and(eq(plans.id, links.planId), isPresent))
    .where(and(eq(links.id, snapshot.linkId), eq(links.planId, originPlanId), live))
    .get()
  return row !== undefined
}

function ownWithin(reader: Reader, planId: string, { ownPhases }: OriginSnapshot): Own {
  const originOfPhase = new Map(Object.entries(ownPhases).map(([originId, id]) => [id, originId]))
  const content = contentWithin(reader, planId)
  const origins = new Map(
    reader
      .select({ id: items.id, originId: items.originItemId })
      .from(items)
      .where(eq(items.planId, planId))
      .all()
      .map((row) => [row.id, row.originId]),
  )
  return {
    phases: reader
      .select({ id: phases.id, title: phases.title, goal: phases.goal })
      .from(phases)
      .where(eq(phases.planId, planId))
      .orderBy(asc(phases.position), asc(phases.id))
      .all()
      .map((phase) => ({ ...phase, originId: originOfPhase.get(phase.id) ?? null })),
    items: originOf(content ?? { phases: [], items: [] }).items.map((item) => ({
      ...item,
      originId: origins.get(item.id) ?? null,
    })),
  }
}

/** What a fork follows of a plan: no remarks, which are for those who are on it. */
export function originOf({ phases, items }: Pick<PlanContent, 'phases' | 'items'>): Origin {
  return {
    phases,
    items: items.map(
      ({ id, phaseId, kind, tier, minutes, parts, readingId, title, reason, prompt, touches, questionId }) => ({
        id,
        questionId,
        phaseId,
        kind,
        tier,
        minutes,
        parts,
        readingId,
        title,
        reason,
        prompt,
        touches,
      }),
    ),
  }
}
