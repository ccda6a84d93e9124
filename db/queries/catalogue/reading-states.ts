import { asc, eq } from 'drizzle-orm'
import type { Listing, ReadingState } from '#lib/catalogue/catalogue-change.ts'
import { listings, readings, sections } from '#db/schema/index.ts'
import type { Reader } from '#db/client.ts'

/** What changes can touch of every reading, by id, with its listings in the catalogue's order. */
export function readStates(reader: Reader): Map<string, ReadingState> {
  const places = new Map<string, Listing[]>()
  const rows = reader
    .select({
      readingId: listings.readingId,
      sectionId: listings.sectionId,
      topicId: listings.topicId,
      title: listings.title,
      introduction: listings.introduction,
    })
    .from(listings)
    .innerJoin(sections, eq(sections.id, listings.sectionId))
    .orderBy(asc(sections.position), asc(listings.position))
    .all()
  for (const { readingId, ...listing } of rows) {
    const own = places.get(readingId)
    if (own) own.push(listing)
    else places.set(readingId, [listing])
  }
  const states = reader
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
