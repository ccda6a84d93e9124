import type { Listing, ReadingState } from '#lib/catalogue/catalogue-change.ts'
import type { Transaction } from '../client.ts'
import { listings, readings } from '../schema/index.ts'

/** What changes can touch of every reading, by id, as a transaction sees it. */
export function readStates(tx: Transaction): Map<string, ReadingState> {
  const places = new Map<string, Listing[]>()
  const rows = tx
    .select({
      readingId: listings.readingId,
      sectionId: listings.sectionId,
      topicId: listings.topicId,
      title: listings.title,
      introduction: listings.introduction,
    })
    .from(listings)
    .all()
  for (const { readingId, ...listing } of rows) {
    const own = places.get(readingId)
    if (own) own.push(listing)
    else places.set(readingId, [listing])
  }
  const states = tx
    .select({
      id: readings.id,
      title: readings.title,
      url: readings.url,
      formerUrls: readings.formerUrls,
      delistedOn: readings.delistedOn,
    })
    .from(readings)
    .all()
  return new Map(states.map(({ id, ...state }) => [id, { ...state, listings: places.get(id) ?? [] }]))
}
