import { asc, eq, sql } from 'drizzle-orm'
import type { ItemContent } from '#lib/planning/types.ts'
import { items, phases, plans, allReadings } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/** A phase of a plan. */
export interface ContentPhase {
  id: string
  title: string
  goal: string
}

/** An item with all its words, and the address of its reading. */
export interface ContentItem extends ItemContent {
  id: string
  phaseId: string | null
  questionId: string | null
}

/** What a plan holds, in its order; nothing of its members. */
export interface PlanContent {
  title: string
  description: string
  phases: ContentPhase[]
  /** Items of no phase first, then phase by phase. */
  items: ContentItem[]
}

/**
 * All that a plan holds, or null. Asks nobody's leave: only for queries and mutations that did so themselves, and that
 * choose what of it leaves the server.
 */
export function contentWithin(reader: Reader, planId: string): PlanContent | null {
  const plan = reader
    .select({ title: plans.title, description: plans.description })
    .from(plans)
    .where(eq(plans.id, planId))
    .get()
  if (!plan) return null
  return {
    ...plan,
    phases: reader
      .select({ id: phases.id, title: phases.title, goal: phases.goal })
      .from(phases)
      .where(eq(phases.planId, planId))
      .orderBy(asc(phases.position), asc(phases.id))
      .all(),
    items: reader
      .select({
        id: items.id,
        phaseId: items.phaseId,
        kind: items.kind,
        tier: items.tier,
        minutes: items.minutes,
        parts: items.parts,
        readingId: items.readingId,
        url: allReadings.url,
        title: items.title,
        reason: items.reason,
        prompt: items.prompt,
        touches: items.touches,
        questionId: items.questionId,
        remark: items.remark,
      })
      .from(items)
      .leftJoin(phases, eq(phases.id, items.phaseId))
      .leftJoin(allReadings, eq(allReadings.id, items.readingId))
      .where(eq(items.planId, planId))
      .orderBy(sql`coalesce(${phases.position}, -1)`, asc(phases.id), asc(items.position), asc(items.id))
      .all(),
  }
}

/** Content grouped for display: items of no phase, then each phase with its own. */
export function groupContent({ phases, items }: PlanContent): { phase: ContentPhase | null; items: ContentItem[] }[] {
  const loose = items.filter((item) => item.phaseId === null)
  return [
    ...(loose.length > 0 ? [{ phase: null, items: loose }] : []),
    ...phases.map((phase) => ({ phase, items: items.filter((item) => item.phaseId === phase.id) })),
  ]
}
