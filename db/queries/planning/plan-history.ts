import { and, desc, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { PlanHistory } from '#lib/api/plan-answers.ts'
import type { PassSummary } from '#lib/planning/pass-summary.ts'
import { type RepairEffect, repairInWords } from '#lib/planning/repairs.ts'
import { db } from '#db/client.ts'
import { passes, repairs } from '#db/schema/index.ts'
import { requireRole } from './memberships.ts'

/**
 * What the viewer did about a plan's dates, newest first, and the viewer's passes over it that are over.
 * @throws Problem 404 for one who is not on it.
 */
export async function getPlanHistory(viewer: Viewer, planId: string): Promise<PlanHistory> {
  await requireRole(viewer, planId, canSeePlan)
  const ownRepairs = db()
    .select({
      id: repairs.id,
      kind: repairs.kind,
      effect: repairs.effect,
      createdAt: repairs.createdAt,
      undoneAt: repairs.undoneAt,
    })
    .from(repairs)
    .where(and(eq(repairs.planId, planId), eq(repairs.userId, viewer.id)))
    .orderBy(desc(repairs.createdAt), desc(repairs.id))
    .all()
  const ownPasses = db()
    .select({
      pass: passes.pass,
      startedAt: passes.startedAt,
      endedAt: passes.endedAt,
      summary: passes.summary,
    })
    .from(passes)
    .where(and(eq(passes.planId, planId), eq(passes.userId, viewer.id)))
    .orderBy(desc(passes.pass))
    .all()
  return {
    repairs: ownRepairs.map(({ effect: kept, ...repair }) => {
      const effect = kept as unknown as RepairEffect
      return { ...repair, byHand: effect.byHand ?? false, says: repairInWords(repair.kind, effect) }
    }),
    passes: ownPasses.map((pass) => ({ ...pass, summary: pass.summary as unknown as PassSummary })),
  }
}
