import { isLive } from '#db/conditions.ts'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { findLink } from '#db/queries/sharing/links.ts'
import { links } from '#db/schema/index.ts'
import type { GivenRole } from '#lib/permissions.ts'
import { studyDayOf } from '#lib/study/study-day.ts'

/**
 * Takes one use of a link. Of any number of people at the same moment exactly as many get one as there are: one
 * statement counts, and only where a use is left.
 * @returns whether there was one.
 */
export function takeUse(tx: Transaction, linkId: string, now: number): boolean {
  const taken = tx
    .update(links)
    .set({ uses: sql`${links.uses} + 1` })
    .where(and(eq(links.id, linkId), isLive(now), or(isNull(links.maxUses), lt(links.uses, links.maxUses))))
    .returning({ id: links.id })
    .get()
  return taken !== undefined
}

/** A membership that waits for a yes: its days and minutes hold the row's place until the person chooses them. */
export function waitingMember(planId: string, role: GivenRole, timeZone: string, now: number) {
  return {
    planId,
    role,
    startDate: studyDayOf({ timeZone, rolloverHour: 0 }, now),
    targetDate: null,
    weekdayMinutes: [0, 0, 0, 0, 0, 0, 0],
    daysOff: [],
    timeZone,
    passStartedAt: now,
    createdAt: now,
  }
}

/**
 * Takes a use of a link for an account that is made by it: whoever makes it is invited to the plan, and joins without
 * taking another. Null for a token that invites nobody: no live link, no use left, or a public page's.
 */
export function takeInvitation(tx: Transaction, token: string, timeZone: string, now: number) {
  const link = findLink(tx, token, now)
  if (!link || link.public || !takeUse(tx, link.id, now)) return null
  return waitingMember(link.planId, link.role, timeZone, now)
}
