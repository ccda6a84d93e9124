import { eq } from 'drizzle-orm'
import { isRemoved } from '#db/conditions.ts'
import { db } from '#db/client.ts'
import { eraseOwnReadings } from '#db/mutations/own/heirs.ts'
import { childrenOf, removeInSlices, removePlanInSlices } from '#db/mutations/remove-in-slices.ts'
import { plans, users } from '#db/schema/index.ts'

/** What the address of a deleted account becomes until its rows are gone: no address looks like it. */
export const removedEmail = (userId: string) => `removed:${userId}`

/**
 * Erases what hangs on deleted accounts, some rows at a time so that nobody waits, and writes over it on the disk. Asked
 * for after each deletion, and by a job, should the server have been stopped in between.
 * @returns how many accounts were erased.
 */
export async function eraseRemoved(): Promise<number> {
  const gone = db().select({ id: users.id }).from(users).where(isRemoved).all()
  // Plans that went with their owner, who cannot bring them back.
  const theirs = db().select({ id: plans.id }).from(plans).where(eq(plans.deletedAt, 0)).all()
  for (const { id } of theirs) await removePlanInSlices(id)
  for (const { id } of gone) {
    for (const { table, column } of childrenOf('users')) await removeInSlices(table, column, id)
    await eraseOwnReadings(id)
    await removeInSlices('users', 'id', id)
  }
  // The log holds the rows as they were until it is written back.
  if (gone.length > 0) db().$client.pragma('wal_checkpoint(TRUNCATE)')
  return gone.length
}
