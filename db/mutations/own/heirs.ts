import { and, asc, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { db, type Transaction, transaction } from '#db/client.ts'
import { tablesOnReadings } from '#db/mutations/catalogue/merge-readings.ts'
import { letOthersIn } from '#db/mutations/in-slices.ts'
import { removeInSlices } from '#db/mutations/remove-in-slices.ts'
import { allReadings, items, listEntries, lists, members, plans } from '#db/schema/index.ts'

/** The tables in which a row of a person's hangs on a reading, by name; what hangs on it through a plan is none. */
export const personalTables = tablesOnReadings.flatMap((table) =>
  'userId' in getTableColumns(table) ? [getTableConfig(table).name] : [],
)

/**
 * Who keeps an own reading when its owner lets go of it: the owner of a plan that holds it, else somebody who marked it
 * or wrote about it; null where nobody else has anything on it.
 */
export function heirOf(tx: Transaction, readingId: string, ownerId: string): string | null {
  const planned = tx
    .select({ userId: members.userId })
    .from(items)
    .innerJoin(plans, eq(plans.id, items.planId))
    .innerJoin(members, and(eq(members.planId, items.planId), eq(members.role, 'owner')))
    .where(and(eq(items.readingId, readingId), ne(members.userId, ownerId)))
    .orderBy(asc(plans.createdAt))
    .get()
  if (planned) return planned.userId
  const listed = tx
    .select({ userId: lists.userId })
    .from(listEntries)
    .innerJoin(lists, eq(lists.id, listEntries.listId))
    .where(and(eq(listEntries.readingId, readingId), ne(lists.userId, ownerId)))
    .get()
  if (listed) return listed.userId
  for (const name of personalTables) {
    const row = tx.get<{ userId: string } | undefined>(
      sql`select user_id as userId from ${sql.identifier(name)} where reading_id = ${readingId} and user_id <> ${ownerId} limit 1`,
    )
    if (row) return row.userId
  }
  return null
}

/** Makes an own reading somebody else's; an address that they have a reading of already is compared no more. */
export function handOver(tx: Transaction, readingId: string, heirId: string): void {
  const { addressKey } = tx
    .select({ addressKey: allReadings.addressKey })
    .from(allReadings)
    .where(eq(allReadings.id, readingId))
    .get() ?? { addressKey: null }
  const has =
    addressKey !== null &&
    tx
      .select({ id: allReadings.id })
      .from(allReadings)
      .where(and(eq(allReadings.ownerId, heirId), eq(allReadings.addressKey, addressKey)))
      .get() !== undefined
  tx.update(allReadings)
    .set({ ownerId: heirId, ...(has ? { addressKey: null } : {}) })
    .where(eq(allReadings.id, readingId))
    .run()
}

/** Erases the own readings of a deleted account, whose other rows are gone; those that others use become theirs. */
export async function eraseOwnReadings(userId: string): Promise<void> {
  const own = db().select({ id: allReadings.id }).from(allReadings).where(eq(allReadings.ownerId, userId)).all()
  for (const { id } of own) {
    await transaction((tx) => {
      const heir = heirOf(tx, id, userId)
      if (heir !== null) handOver(tx, id, heir)
    })
    await letOthersIn()
  }
  await removeInSlices('readings', 'owner_id', userId)
}
