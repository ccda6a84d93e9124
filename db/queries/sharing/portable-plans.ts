import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { ItemState } from '#lib/planning/types.ts'
import type { PortableItem, PortablePlan } from '#lib/sharing/portable-plan.ts'
import { db, type Reader } from '#db/client.ts'
import { allReadings } from '#db/schema/index.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'
import { type ContentItem, contentWithin, groupContent } from '#db/queries/planning/plan-content.ts'
import { progressWithin } from './progress.ts'
import { notFound } from '#lib/problems.ts'

/**
 * A plan as the viewer can take it along: all that is in it, and the viewer's own ticks.
 * @throws Problem 404 for one who is not on it.
 */
export async function getPortablePlan(viewer: Viewer, planId: string): Promise<PortablePlan> {
  await requireRole(viewer, planId, canSeePlan)
  const content = contentWithin(db(), planId)
  if (!content) throw notFound('plan')
  const own = progressWithin(db(), planId).find((member) => member.userId === viewer.id)
  const states = new Map(own?.entries.map((entry) => [entry.itemId, entry.state]))
  const groups = groupContent(content)
  const pick = (items: ContentItem[]) => items.map((item) => portable(item, states.get(item.id) ?? 'todo'))
  return {
    title: content.title,
    description: content.description,
    items: pick(groups.find((group) => group.phase === null)?.items ?? []),
    phases: groups.flatMap(({ phase, items }) =>
      phase ? [{ title: phase.title, goal: phase.goal, items: pick(items) }] : [],
    ),
  }
}

function portable({ id: _, phaseId: __, questionId: ___, ...item }: ContentItem, state: ItemState): PortableItem {
  return { ...item, state }
}

/**
 * Ids of readings by what a file names: an id that is known here, or an address that a reading has or had. Of own
 * readings the viewer's alone.
 */
export function findReadings(
  reader: Reader,
  viewer: Viewer,
  items: readonly PortableItem[],
): (item: PortableItem) => string | null {
  const isTheirs = or(isNull(allReadings.ownerId), eq(allReadings.ownerId, viewer.id))
  const ids = items.flatMap((item) => item.readingId ?? [])
  const known = new Set(
    reader
      .select({ id: allReadings.id })
      .from(allReadings)
      .where(and(inArray(allReadings.id, ids), isTheirs))
      .all()
      .map((row) => row.id),
  )
  const byUrl = new Map<string, string>()
  if (items.some((item) => item.url !== null && !known.has(item.readingId ?? '')))
    for (const row of reader
      .select({ id: allReadings.id, url: allReadings.url, formerUrls: allReadings.formerUrls })
      .from(allReadings)
      .where(isTheirs)
      .all())
      for (const url of [row.url, ...row.formerUrls]) byUrl.set(url, row.id)
  return ({ readingId, url }) =>
    readingId !== null && known.has(readingId) ? readingId : (byUrl.get(url ?? '') ?? null)
}
