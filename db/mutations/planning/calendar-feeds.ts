import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { hashToken, newToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { notFound } from '#lib/problems.ts'
import { transaction, type Transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { feeds } from '#db/schema/index.ts'

/**
 * Makes the viewer a secret address of a plan's days as a calendar, or of all their plans' (`planId` null); an earlier
 * one is dead at once.
 * @param hour at which a day's study begins, 0 to 23; null for events of the whole day
 * @returns the token in it, which is given here once and kept nowhere.
 * @throws Problem 404 for one who is not on the plan, 403 for a guest, who has no days on it.
 */
export async function createCalendarFeed(
  viewer: Viewer,
  planId: string | null,
  hour: number | null,
  now: number,
): Promise<{ token: string }> {
  return transaction((tx) => {
    requireDoer(tx, viewer, planId)
    const token = newToken()
    tx.delete(feeds).where(own(viewer, planId)).run()
    const row = { userId: viewer.id, planId, kind: 'ics' as const, tokenHash: hashToken(token), hour, createdAt: now }
    tx.insert(feeds)
      .values({ id: randomUUID(), ...row })
      .run()
    return { token }
  })
}

/**
 * Sets the hour of a calendar that stands; its address stays.
 * @throws Problem 404 for one who is not on the plan, or where there is no address.
 */
export async function setCalendarFeed(viewer: Viewer, planId: string | null, hour: number | null): Promise<void> {
  await transaction((tx) => {
    requireDoer(tx, viewer, planId)
    const changed = tx.update(feeds).set({ hour }).where(own(viewer, planId)).run()
    if (changed.changes === 0) throw notFound('calendar')
  })
}

/** Revokes the viewer's secret address of a calendar; does nothing where there is none. */
export async function removeCalendarFeed(viewer: Viewer, planId: string | null): Promise<void> {
  await transaction((tx) => {
    requireDoer(tx, viewer, planId)
    tx.delete(feeds).where(own(viewer, planId)).run()
  })
}

function requireDoer(tx: Transaction, viewer: Viewer, planId: string | null): void {
  if (planId !== null)
    requireRoleWithin(tx, viewer, planId, canMarkItems, 'A guest has no days of their own on a plan.')
}

function own(viewer: Viewer, planId: string | null) {
  return and(
    eq(feeds.userId, viewer.id),
    eq(feeds.kind, 'ics'),
    planId === null ? isNull(feeds.planId) : eq(feeds.planId, planId),
  )
}
