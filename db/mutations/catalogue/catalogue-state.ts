import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { catalogueState } from '#db/schema/index.ts'

/**
 * Counts the catalogue's revision up, inside the transaction that changed it: the running server sees the new number
 * within seconds and makes its static pages again.
 * @param now milliseconds, UTC.
 * @param contentHash hash of the shipped content, when that is what was loaded.
 */
export function bumpRevision(tx: Transaction, now: number, contentHash?: string): void {
  tx.insert(catalogueState).values({ id: 1, revision: 0, contentHash: '', changedAt: now }).onConflictDoNothing().run()
  tx.update(catalogueState)
    .set({ revision: sql`${catalogueState.revision} + 1`, changedAt: now, ...(contentHash ? { contentHash } : {}) })
    .where(eq(catalogueState.id, 1))
    .run()
}
