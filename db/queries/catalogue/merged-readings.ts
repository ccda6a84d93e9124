import { eq } from 'drizzle-orm'
import { isOwnId } from '#lib/own/own-id.ts'
import { db } from '#db/client.ts'
import { mergedReadings } from '#db/schema/index.ts'

/** The reading that this id leads to since the two turned out to be one work; null for every other id. */
export async function getMergedInto(id: string): Promise<string | null> {
  const row = db()
    .select({ readingId: mergedReadings.readingId })
    .from(mergedReadings)
    .where(eq(mergedReadings.id, id))
    .get()
  return row?.readingId ?? null
}

/**
 * Ids that lead to another reading: the build makes pages for them that redirect. Own readings that were accepted into
 * the catalogue are left out: their page is made for each request.
 */
export async function listMergedIds(): Promise<string[]> {
  return db()
    .select({ id: mergedReadings.id })
    .from(mergedReadings)
    .all()
    .map((row) => row.id)
    .filter((id) => !isOwnId(id))
}
