import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import { notFound } from '#lib/problems.ts'
import { db } from '#db/client.ts'
import { requireRole } from './memberships.ts'
import { type ContentItem, contentWithin } from './plan-content.ts'

/** One item of a plan, with where it stands. */
export interface ItemPlace {
  plan: { id: string; title: string }
  phaseTitle: string | null
  item: ContentItem
}

/**
 * One item of a plan that the viewer is on.
 * @throws Problem 404 for one who is not on it, or an item that it does not have.
 */
export async function getItemPlace(viewer: Viewer, planId: string, itemId: string): Promise<ItemPlace> {
  await requireRole(viewer, planId, canSeePlan)
  const content = contentWithin(db(), planId)
  const item = content?.items.find((one) => one.id === itemId)
  if (!content || !item) throw notFound('item')
  const phase = content.phases.find((one) => one.id === item.phaseId)
  return { plan: { id: planId, title: content.title }, phaseTitle: phase?.title ?? null, item }
}
