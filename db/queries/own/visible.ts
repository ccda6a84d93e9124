import { and, eq } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { notFound } from '#lib/problems.ts'
import type { Reader } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { allReadings } from '#db/schema/index.ts'

/**
 * Makes sure that the viewer may see a reading.
 * @throws Problem 404 for one that is not there, or somebody else's own.
 */
export function requireReading(reader: Reader, viewer: Viewer, readingId: string): void {
  const row = reader
    .select({ id: allReadings.id })
    .from(allReadings)
    .where(and(eq(allReadings.id, readingId), maySeeReading(viewer.id)))
    .get()
  if (!row) throw notFound('reading')
}
