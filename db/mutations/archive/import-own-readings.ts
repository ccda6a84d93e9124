import { and, eq } from 'drizzle-orm'
import { parseHttpUrl } from '#lib/addresses/http-url.ts'
import type { RowCount } from '#lib/api/archive.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { db } from '#db/client.ts'
import { inSlices } from '#db/mutations/in-slices.ts'
import { insertOwn } from '#db/mutations/own/own-readings.ts'
import type { ComingReading } from '#db/queries/archive/readings-here.ts'
import { allReadings } from '#db/schema/index.ts'

const sliceRows = 100

/** Brings the own readings of an archive in: new ones are added, of one that is here the newer facts stand. */
export async function importOwnReadings(
  viewer: Viewer,
  coming: readonly ComingReading[],
  apply: boolean,
): Promise<RowCount> {
  const count = { added: 0, changed: 0, kept: 0 }
  await inSlices(coming, sliceRows, (tx, slice) => {
    for (const { id, own, isNew, ...words } of slice) {
      // A file that somebody wrote by hand may hold what no form takes.
      const title = words.title.slice(0, 300)
      const url = parseHttpUrl(words.url) ? words.url : null
      const { addedAt, updatedAt, isEstimate, minutes, ...facts } = own
      if (isNew) {
        count.added++
        const input = { ...facts, title, url, minutes: isEstimate ? undefined : minutes }
        if (apply) insertOwn(tx, viewer, id, input, addedAt, updatedAt)
        continue
      }
      const mine = and(eq(allReadings.id, id), eq(allReadings.ownerId, viewer.id))
      const here = db().select({ at: allReadings.ownUpdatedAt }).from(allReadings).where(mine).get()
      if (!here || (here.at ?? 0) >= updatedAt) {
        count.kept++
        continue
      }
      count.changed++
      const row = { ...facts, minutes, title, rowTitle: title, fullTitle: title, ownUpdatedAt: updatedAt }
      if (apply) tx.update(allReadings).set(row).where(mine).run()
    }
  })
  return count
}
