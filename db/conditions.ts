import { and, eq, gt, isNotNull, isNull, like, or, type Placeholder, type SQL, sql, type SQLWrapper } from 'drizzle-orm'
import { allReadings, items, links, members, plans, users } from '#db/schema/index.ts'

/** Matches the accounts that were deleted and are not yet erased. */
export const isRemoved = like(users.email, 'removed:%')

/** Matches the plans that nobody deleted. */
export const isPresent = isNull(plans.deletedAt)

/** Matches the people who said yes to a plan; others are invited. */
export const hasJoined = isNotNull(members.joinedAt)

/** Joins a member's row to its plan, which nobody deleted. */
export const isPlanOfMember = and(eq(plans.id, members.planId), isPresent)

/** A value, or the column that holds it. */
type Given = string | SQLWrapper

/** Matches somebody's row on a plan, joined or invited. */
export const isMember = (planId: Given, userId: Given): SQL | undefined =>
  and(eq(members.planId, planId), eq(members.userId, userId))

/**
 * Matches the share links that still open; how often they were used is not looked at.
 * @param now milliseconds, UTC
 */
export const isLive = (now: number): SQL | undefined =>
  and(isNull(links.revokedAt), or(isNull(links.expiresAt), gt(links.expiresAt, now)))

/** Sorts people by what they may do: the owner first, guests last. */
export const byRole = sql`case ${members.role} when 'owner' then 0 when 'editor' then 1 when 'member' then 2 else 3 end`

/**
 * Matches the readings that a person may see: the catalogue's, their own, and those that a plan which they are on
 * holds. In a query of `allReadings`.
 */
export function maySeeReading(userId: string | Placeholder): SQL {
  return sql`(${allReadings.ownerId} is null or ${allReadings.ownerId} = ${userId} or exists (
    select 1 from ${items}
    join ${plans} on ${plans.id} = ${items.planId} and ${plans.deletedAt} is null
    join ${members} on ${members.planId} = ${items.planId}
    where ${items.readingId} = ${allReadings.id} and ${members.userId} = ${userId} and ${members.joinedAt} is not null))`
}
