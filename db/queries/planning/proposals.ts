import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { Proposal } from '#lib/api/proposals.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { ProposedChange } from '#lib/planning/proposal.ts'
import { db } from '#db/client.ts'
import { items, planProposals, readings, users } from '#db/schema/index.ts'
import { requireRole } from './memberships.ts'

/**
 * What programs propose for a plan and nobody has decided yet, the oldest first.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function listProposals(viewer: Viewer, planId: string): Promise<Proposal[]> {
  await requireRole(viewer, planId, canSeePlan)
  const rows = db()
    .select({
      id: planProposals.id,
      by: users.name,
      says: planProposals.says,
      createdAt: planProposals.createdAt,
      changes: planProposals.changes,
    })
    .from(planProposals)
    .innerJoin(users, eq(users.id, planProposals.userId))
    .where(and(eq(planProposals.planId, planId), eq(planProposals.state, 'open')))
    .orderBy(asc(planProposals.createdAt))
    .all()
  if (rows.length === 0) return []
  const changes = rows.flatMap((row) => row.changes)
  const itemIds = changes.flatMap((change) => (change.do === 'add' ? [] : [change.itemId]))
  const readingIds = changes.flatMap((change) => (change.do === 'add' && change.readingId ? [change.readingId] : []))
  const titles = new Map<string, string>([
    ...db()
      .select({ id: items.id, title: items.title })
      .from(items)
      .where(and(eq(items.planId, planId), inArray(items.id, itemIds)))
      .all()
      .map(({ id, title }) => [id, title] as const),
    ...db()
      .select({ id: readings.id, title: readings.fullTitle })
      .from(readings)
      .where(inArray(readings.id, readingIds))
      .all()
      .map(({ id, title }) => [id, title] as const),
  ])
  return rows.map(({ changes, ...row }) => ({ ...row, lines: changes.map((change) => inWords(change, titles)) }))
}

function inWords(change: ProposedChange, titles: ReadonlyMap<string, string>): string {
  if (change.do === 'add') {
    const title = change.title ?? titles.get(change.readingId ?? '') ?? 'a reading'
    return `Add “${title}” (${change.kind}, ${change.tier})`
  }
  const title = titles.get(change.itemId)
  const named = title === undefined ? 'an item that is gone' : `“${title}”`
  return change.do === 'remove' ? `Remove ${named}` : `Make ${named} a ${change.tier}`
}
