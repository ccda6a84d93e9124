import { and, eq } from 'drizzle-orm'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canSeePlan } from '#lib/permissions.ts'
import type { ActivityItem } from '#lib/api/sharing-answers.ts'
import { hasJoined, isMember, isPresent } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { feeds, members, plans } from '#db/schema/index.ts'
import { activityWithin } from './activity.ts'
import { requireRole } from '#db/queries/planning/memberships.ts'

/** When the viewer made their secret address of the plan's activity (milliseconds, UTC); null when there is none. */
export async function getActivityFeedDate(viewer: Viewer, planId: string): Promise<number | null> {
  await requireRole(viewer, planId, canSeePlan)
  const row = db()
    .select({ createdAt: feeds.createdAt })
    .from(feeds)
    .where(and(eq(feeds.planId, planId), eq(feeds.userId, viewer.id), eq(feeds.kind, 'atom')))
    .get()
  return row?.createdAt ?? null
}

/**
 * What the secret address of an activity feed shows, or null: no such address, or its owner is no longer on the plan,
 * or the plan is gone.
 */
export async function getActivityByToken(
  token: string,
): Promise<{ planId: string; title: string; createdAt: number; entries: ActivityItem[] } | null> {
  const row = db()
    .select({ planId: plans.id, title: plans.title, createdAt: plans.createdAt, userId: feeds.userId })
    .from(feeds)
    .innerJoin(plans, and(eq(plans.id, feeds.planId), isPresent))
    .innerJoin(members, and(isMember(plans.id, feeds.userId), hasJoined))
    .where(and(eq(feeds.tokenHash, hashToken(token)), eq(feeds.kind, 'atom')))
    .get()
  if (!row) return null
  const { userId, ...plan } = row
  return { ...plan, entries: activityWithin(db(), userId, plan.planId) }
}
