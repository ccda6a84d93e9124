import { like, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { allReadings, items, members, plans, users } from '#db/schema/index.ts'

/** Matches the accounts that were deleted and are not yet erased. */
export const isRemoved = like(users.email, 'removed:%')

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
