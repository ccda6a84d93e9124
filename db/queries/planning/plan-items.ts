import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { PlanItemDetail } from '#lib/api/plan-answers.ts'
import type { PlanItem } from '#lib/planning/types.ts'
import { hasJoined } from '#db/conditions.ts'
import { comments, items, itemStates, members, organisations, phases, allReadings } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/**
 * Items of a plan with their words, in order, for one who is on it. `stand` says how each stands, and which are wanted.
 */
export function itemDetailsWithin(
  reader: Reader,
  viewer: Viewer,
  { planId, pass }: { planId: string; pass: number },
  stand: readonly PlanItem[],
): PlanItemDetail[] {
  const byId = new Map(stand.map((item) => [item.id, item]))
  const people = reader
    .select({ n: count() })
    .from(members)
    .where(and(eq(members.planId, planId), hasJoined))
    .get()
  const isShared = (people?.n ?? 0) > 1
  return reader
    .select({
      id: items.id,
      planId: items.planId,
      phaseId: items.phaseId,
      kind: items.kind,
      tier: items.tier,
      minutes: items.minutes,
      parts: items.parts,
      readingId: items.readingId,
      url: allReadings.url,
      organisation: organisations.name,
      medium: allReadings.medium,
      delistedOn: allReadings.delistedOn,
      title: items.title,
      reason: items.reason,
      prompt: items.prompt,
      touches: items.touches,
      questionId: items.questionId,
      remark: items.remark,
      minutesSpent: itemStates.minutesSpent,
      skipReason: sql<string>`coalesce(${itemStates.reason}, '')`,
      comments: sql<number>`(select count(*) from ${comments} where ${comments.itemId} = ${items.id})`,
    })
    .from(items)
    .leftJoin(phases, eq(phases.id, items.phaseId))
    .leftJoin(allReadings, eq(allReadings.id, items.readingId))
    .leftJoin(organisations, eq(organisations.id, allReadings.organisationId))
    .leftJoin(
      itemStates,
      and(eq(itemStates.itemId, items.id), eq(itemStates.userId, viewer.id), eq(itemStates.pass, pass)),
    )
    .where(eq(items.planId, planId))
    .orderBy(asc(sql`coalesce(${phases.position}, -1)`), asc(items.position), asc(items.id))
    .all()
    .flatMap((row) => {
      const item = byId.get(row.id)
      if (!item) return []
      const { state, day, pin, spent = 0 } = item
      return [{ ...row, state, day, pin, spent, isShared }]
    })
}
