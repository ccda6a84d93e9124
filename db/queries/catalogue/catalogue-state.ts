import { eq } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { catalogueState } from '#db/schema/index.ts'

/** Which catalogue the database holds: its revision, and the hash of the shipped content last loaded. */
export interface CatalogueState {
  revision: number
  contentHash: string
}

/** The catalogue's state, or null before the first load. */
export async function getCatalogueState(): Promise<CatalogueState | null> {
  const row = db()
    .select({ revision: catalogueState.revision, contentHash: catalogueState.contentHash })
    .from(catalogueState)
    .where(eq(catalogueState.id, 1))
    .get()
  return row ?? null
}

/**
 * A name for the catalogue that the database holds. Two databases that hold just the shipped content share it; any
 * later change makes it their own.
 */
export async function getCatalogueFingerprint(): Promise<string> {
  const row = db()
    .select({
      revision: catalogueState.revision,
      contentHash: catalogueState.contentHash,
      changedAt: catalogueState.changedAt,
    })
    .from(catalogueState)
    .where(eq(catalogueState.id, 1))
    .get()
  if (!row) return 'empty'
  return row.revision === 1 ? row.contentHash : `${row.contentHash}:${row.revision}:${row.changedAt}`
}
