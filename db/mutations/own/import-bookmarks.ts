import { addressKey } from '#lib/addresses/same-address.ts'
import type { BookmarksReport } from '#lib/api/own-readings.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { readBookmarks } from '#lib/own/bookmarks.ts'
import { mostOwnReadings } from '#lib/own/own-facts.ts'
import { newOwnId } from '#lib/own/own-id.ts'
import { db } from '#db/client.ts'
import { inSlices, letOthersIn } from '#db/mutations/in-slices.ts'
import { countOwn, listOwnKeys } from '#db/queries/own/own-readings.ts'
import { catalogueReadingAt } from '#db/queries/search/search.ts'
import { insertOwn } from './own-readings.ts'

const sliceRows = 100
const examples = 20

/**
 * Brings bookmarks in as own readings: each address once, none that the catalogue or the viewer has already. Works in
 * short transactions, so that nobody waits for a large file; doing it again adds nothing.
 * @param apply whether to write, or only to say what would be.
 * @param now milliseconds, UTC.
 */
export async function importBookmarks(
  viewer: Viewer,
  text: string,
  apply: boolean,
  now: number,
): Promise<BookmarksReport> {
  const { format, links, left } = await readBookmarks(text, letOthersIn)
  const report: BookmarksReport = {
    format,
    links: links.length,
    added: 0,
    known: 0,
    inCatalogue: 0,
    left,
    noRoom: 0,
    examples: [],
    isApplied: apply,
  }
  // Looked up in memory: 50,000 links ask for it.
  const seen = new Set(listOwnKeys(viewer))
  let room = mostOwnReadings - countOwn(db(), viewer)
  await inSlices(links, sliceRows, (tx, slice) => {
    for (const { url, title, addedAt } of slice) {
      const key = addressKey(url) ?? url
      if (seen.has(key)) report.known++
      else if (catalogueReadingAt(url) !== null) report.inCatalogue++
      else if (room <= 0) report.noRoom++
      else {
        seen.add(key)
        room--
        report.added++
        if (report.examples.length < examples) report.examples.push({ url, title })
        const day = Math.min(addedAt ?? now, now)
        if (apply) insertOwn(tx, viewer, newOwnId(), { url, ...(title && { title }) }, day, now)
      }
    }
  })
  return report
}
